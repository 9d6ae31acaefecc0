import { expect, test } from 'vitest'
import { applyExemptions } from '../../../source/core/finding/apply-exemptions.js'
import type { Exemption } from '../../../source/core/learned-rule/exemption.js'
import { findFakes } from '../../support/fake-scanner.js'

const EXEMPTION: Exemption = {
  schemaVersion: 1,
  id: 'dddddddddddddddd',
  fingerprint: 'd',
  ruleId: '',
  weakness: 'code-injection',
  path: '',
  paths: ['scripts/**'],
  kind: 'accepted-risk',
  reason: 'not production',
  owner: 'Ada',
  expires: '2027-01-01',
}
const findings = ['scripts/a.js', 'scripts/deep/b.js', 'src/scripts/c.js'].flatMap(path =>
  findFakes(path, 'eval(x); md5(y)'),
)
const exempted = (exemption: Exemption, today: string) =>
  applyExemptions(findings, [exemption], today)
    .findings.filter(one => one.exempt)
    .map(one => `${one.path} ${one.weakness}`)

test('an exemption for folders covers its weakness there and nothing else', () => {
  expect(exempted(EXEMPTION, '2026-11-23')).toEqual([
    'scripts/a.js code-injection',
    'scripts/deep/b.js code-injection',
  ])
})

test('once it has expired the findings count again, and it says so', () => {
  expect(exempted(EXEMPTION, '2027-01-02')).toEqual([])
  expect(applyExemptions(findings, [EXEMPTION], '2027-01-02').expired).toEqual([EXEMPTION])
})
