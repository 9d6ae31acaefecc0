import { expect, test } from 'vitest'
import { compareScans } from '../../../source/core/fix/compare-scans.js'
import { findFakes } from '../../support/fake-scanner.js'

function judge(before: string, after: string, errors: readonly [number, number] = [0, 0]) {
  const [finding] = findFakes('a.js', before)
  if (!finding) throw new Error('no finding')
  const scan = (text: string, parseErrors: number) => ({
    findings: findFakes('a.js', text),
    parseErrors,
    isComplete: true,
  })
  return compareScans(finding, scan(before, errors[0]), scan(after, errors[1]))
}

test('of two equal findings one may be mended although the other takes over its fingerprint', () => {
  expect(judge('eval(x)\neval(x)\n', 'run(x)\neval(x)\n').verified).toBe(true)
})

test('a finding whose text was merely rewritten is still there', () => {
  expect(judge('eval(x)\n', 'eval(x + y)\n')).toMatchObject({ findingGone: false, verified: false })
})

test('another finding whose text the fix moved does not count as new', () => {
  expect(judge('eval(x); md5(y)\n', 'run(x); md5(y  + 1)\n').verified).toBe(true)
})

test('parse errors that were there before do not speak against a fix, one more does', () => {
  expect(judge('eval(x)\n', 'run(x)\n', [2, 2]).verified).toBe(true)
  expect(judge('eval(x)\n', 'run(x)\n', [2, 3])).toMatchObject({ parses: false, verified: false })
})
