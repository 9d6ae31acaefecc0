import { expect, test } from 'vitest'
import { shownSource } from '../../../source/core/finding/shown-source.js'
import { shownHunks } from '../../../source/core/fix/shown-hunks.js'
import { findFakes } from '../../support/fake-scanner.js'

const [found] = findFakes('settings.js', 'one()\neval("x")\n')
if (!found) throw new Error('no finding')
const secret = { ...found, weakness: 'hardcoded-secret', startLine: 2, endLine: 2 }
const TEXT = [
  'const name = "parcel desk"',
  "const key = { live: 'tr8Kq2vzL1' }",
  'const other = "kept as it is"',
  '',
].join('\n')

test('the literals of a secret’s own lines are cut to two characters, other lines stay', () => {
  expect(shownSource(secret, 'settings.js', TEXT).split('\n')).toEqual([
    'const name = "parcel desk"',
    "const key = { live: 'tr…' }",
    'const other = "kept as it is"',
    '',
  ])
  expect(shownSource(found, 'settings.js', TEXT)).toBe(TEXT)
})

test('a named secret is cut beside any finding', () => {
  expect(shownSource(found, 'settings.js', "password = 'tr8Kq2vzL1'")).toBe("password = 'tr…'")
})

test('a fix’s diff shows no secret either', () => {
  const hunks = [
    { beforeStart: 2, afterStart: 2, lines: [{ kind: 'removed' as const, text: "key('tr8Kq2vzL1')" }] },
  ]
  expect(shownHunks({ finding: secret, hunks })[0]?.lines[0]?.text).toBe("key('tr…')")
})
