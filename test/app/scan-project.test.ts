import { expect, test } from 'vitest'
import { scanProject } from '../../source/app/scan-project.js'
import type { Exemption } from '../../source/core/learned-rule/exemption.js'
import { fail, succeed } from '../../source/core/problem.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { messageOf, take } from '../support/results.js'

const FILES = { 'b.js': 'eval(x)\n\nmd5(y)\n', 'a.js': 'md5(z)\n', 'node_modules/x/i.js': 'eval(1)\n' }

function exemptionFor(path: string, text: string, expires = ''): Exemption {
  const [finding] = findFakes(path, text)
  if (!finding) throw new Error('no finding to exempt')
  const { fingerprint, ruleId, weakness } = finding
  return {
    schemaVersion: 1,
    id: fingerprint.slice(0, 16),
    fingerprint,
    ruleId,
    weakness,
    path,
    kind: 'accepted-risk',
    reason: 'only in tests',
    owner: 'Ada',
    expires,
  }
}

test('findings come worst first, then by place', async () => {
  const report = take(await scanProject(createFakeToolbox({ files: FILES }), { paths: ['a.js', 'b.js'] }))
  expect(report.findings.map(one => `${one.severity} ${one.path}:${one.startLine}`)).toEqual([
    'critical b.js:1',
    'high a.js:1',
    'high b.js:3',
  ])
})

test('an exemption marks its finding with the reason, and one past its date is told instead', async () => {
  const exemptions = [
    exemptionFor('b.js', FILES['b.js'], '2026-11-23'),
    exemptionFor('a.js', FILES['a.js'], '2026-11-22'),
  ]
  const tools = createFakeToolbox({ files: FILES, records: { exemptions } })
  const report = take(await scanProject(tools, { paths: ['a.js', 'b.js'] }))
  expect(report.findings.map(one => one.exempt?.reason ?? null)).toEqual(['only in tests', null, null])
  expect(report.errors).toEqual([
    expect.objectContaining({ kind: 'expired-exemption', message: expect.stringContaining('2026-11-22') }),
  ])
})

test('records that cannot be read are told with their file', async () => {
  const problems = [
    {
      kind: 'user-can-act' as const,
      message: 'Not YAML.',
      path: '.guardrail-coach/config.yml',
      nextSteps: [],
    },
  ]
  const report = take(await scanProject(createFakeToolbox({ records: { problems } }), { paths: [] }))
  expect(report.errors).toEqual([
    { path: '.guardrail-coach/config.yml', kind: 'bad-record', message: 'Not YAML.' },
  ])
})

test('a scan of changes keeps only what stands on a changed line', async () => {
  const { git } = createFakeToolbox()
  const changedLines = async () =>
    succeed([
      { path: 'b.js', ranges: [[3, 3]] as const },
      { path: 'node_modules/x/i.js', ranges: [[1, 1]] as const },
    ])
  const tools = createFakeToolbox({ files: FILES, ports: { git: { ...git, changedLines } } })
  const report = take(await scanProject(tools, { paths: [], scope: { kind: 'changed' } }))
  expect(report.findings.map(one => `${one.path}:${one.startLine}`)).toEqual(['b.js:3'])
  expect(report.stats.filesScanned).toBe(1)
})

test('no changes means nothing is scanned, not everything', async () => {
  const tools = createFakeToolbox({ files: FILES })
  const report = take(await scanProject(tools, { paths: [], scope: { kind: 'changed' } }))
  expect(report.findings).toEqual([])
  expect(report.stats.filesScanned).toBe(0)
})

test('a base that git does not know is a problem', async () => {
  const { git } = createFakeToolbox()
  const changedLines = async () =>
    fail({ kind: 'user-can-act' as const, message: 'Git knows no main.', nextSteps: [] })
  const tools = createFakeToolbox({ ports: { git: { ...git, changedLines } } })
  const result = await scanProject(tools, { paths: [], scope: { kind: 'changed', base: 'main' } })
  expect(messageOf(result)).toBe('Git knows no main.')
})
