import { expect, test } from 'vitest'
import { openProjectStore } from '../../../source/adapters/store-project/open-project-store.js'
import { DEFAULT_CONFIG } from '../../../source/core/config/project-config.js'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import type { Remediation } from '../../../source/core/learned-rule/remediation.js'
import { createMemoryWorkspace } from '../../support/memory-workspace.js'

const REMEDIATION: Remediation = {
  schemaVersion: 1,
  id: 'aaaaaaaaaaaaaaaa',
  fingerprint: 'f00d',
  ruleId: 'javascript/sql',
  weakness: 'sql-injection',
  language: 'javascript',
  path: 'web/a.js',
  before: 'db.query(`${x}`)',
  after: "db.query('?', [x])",
  anchor: 'db.query',
  replacement: { name: 'safeQuery', from: 'lib/db' },
  fixId: 'bind',
  fixKind: 'rewrite',
  checkedBy: 'rule',
  severity: 'critical',
  author: 'unknown',
  fixedOn: '2026-11-23',
  words: '',
}
const RULE: LearnedRule = {
  schemaVersion: 1,
  id: 'bbbbbbbbbbbbbbbb',
  status: 'candidate',
  kind: 'prohibition',
  weakness: 'sql-injection',
  cwe: [89],
  severity: 'critical',
  language: 'javascript',
  anchors: ['db.query'],
  text: 'NEVER build SQL from values: "quotes", colons: and # signs survive.',
  edited: false,
  scope: ['web/**'],
  detector: { kind: 'shipped-rule', ruleId: 'javascript/sql' },
  gate: { firesOnBefore: true, silentOnAfter: true },
  evidence: ['aaaaaaaaaaaaaaaa'],
  reason: '',
}
const EXEMPTION = {
  schemaVersion: 1,
  id: 'cccccccccccccccc',
  fingerprint: 'cccccccccccccccc0',
  ruleId: 'r',
  weakness: 'xss',
  path: 'a.js',
  kind: 'accepted-risk',
  reason: 'internal: only',
  owner: 'Ada',
  expires: '2027-01-01',
} as const

test('what is saved is read back the same', async () => {
  const workspace = createMemoryWorkspace()
  const store = openProjectStore(workspace)
  await store.saveRemediation(REMEDIATION)
  await store.saveRule(RULE)
  await store.saveExemption(EXEMPTION)
  await store.saveConfig({ ...DEFAULT_CONFIG, targets: ['cursor'] })
  const records = await openProjectStore(workspace).load()
  expect(records).toEqual({
    config: { ...DEFAULT_CONFIG, targets: ['cursor'] },
    remediations: [REMEDIATION],
    rules: [RULE],
    exemptions: [EXEMPTION],
    policy: [],
    policyProblems: [],
    problems: [],
  })
  expect([...workspace.files.keys()].sort()).toEqual([
    '.guardrail-coach/config.yml',
    '.guardrail-coach/exemptions/cccccccccccccccc.yml',
    '.guardrail-coach/learned/bbbbbbbbbbbbbbbb-sql-injection.md',
    '.guardrail-coach/remediations/aaaaaaaaaaaaaaaa.json',
  ])
})

test('keys are sorted and evidence, which two branches may add at once, is not in the rule file', async () => {
  const workspace = createMemoryWorkspace()
  await openProjectStore(workspace).saveRule(RULE)
  const [text = ''] = workspace.files.values()
  const keys = [...text.matchAll(/^(\w+):/gm)].map(match => match[1])
  expect(keys).toEqual([...keys].sort())
  expect(text).not.toContain('evidence')
  expect(text).not.toContain('aaaaaaaaaaaaaaaa')
  expect(text.endsWith(`---\n\n${RULE.text}\n`)).toBe(true)
})

test.each([
  ['.guardrail-coach/remediations/aaaaaaaaaaaaaaaa.json', '{"schemaVersion": 1,'],
  ['.guardrail-coach/remediations/aaaaaaaaaaaaaaaa.json', '<<<<<<< HEAD\n'],
  ['.guardrail-coach/learned/bbbbbbbbbbbbbbbb-x.md', 'no frontmatter'],
  ['.guardrail-coach/learned/bbbbbbbbbbbbbbbb-x.md', '---\nschemaVersion: 1\n---\ntext\n'],
  ['.guardrail-coach/exemptions/cccccccccccccccc.yml', 'a: &a [*a, *a]\n'],
  ['.guardrail-coach/config.yml', 'schemaVersion: 1\nbudget: {rules: 5000, tokens: 1}\n'],
])('a broken file is told and left as it is: %s %j', async (path, text) => {
  const workspace = createMemoryWorkspace({ [path]: text })
  const { problems, rules, remediations, exemptions, config } = await openProjectStore(workspace).load()
  expect(problems.map(problem => problem.path)).toEqual([path])
  expect([rules, remediations, exemptions, config]).toEqual([[], [], [], DEFAULT_CONFIG])
  expect(workspace.files.get(path)).toBe(text)
})

test('a file from a newer version is told and never overwritten', async () => {
  const path = '.guardrail-coach/learned/bbbbbbbbbbbbbbbb-sql-injection.md'
  const text = '---\nschemaVersion: 2\nsomething: new\n---\nNEVER.\n'
  const workspace = createMemoryWorkspace({ [path]: text })
  const store = openProjectStore(workspace)
  const { problems } = await store.load()
  expect(problems[0]?.message).toContain('newer version')
  const saved = await store.saveRule(RULE)
  expect(saved.ok).toBe(false)
  expect(workspace.files.get(path)).toBe(text)
})

test('two branches that learned the same thing are read as one rule with all the evidence', async () => {
  const workspace = createMemoryWorkspace()
  const store = openProjectStore(workspace)
  await store.saveRemediation(REMEDIATION)
  await store.saveRemediation({ ...REMEDIATION, id: 'dddddddddddddddd', anchor: 'pool.query' })
  const theirs = { ...RULE, id: 'eeeeeeeeeeeeeeee', status: 'promoted' as const, scope: ['api/**'] }
  // Written as git would leave them: neither branch knew the other's file.
  const elsewhere = createMemoryWorkspace()
  await openProjectStore(elsewhere).saveRule(theirs)
  await store.saveRule(RULE)
  for (const [path, text] of elsewhere.files) workspace.files.set(path, text)

  const { rules } = await store.load()
  expect(rules).toHaveLength(1)
  expect(rules[0]).toMatchObject({
    id: 'eeeeeeeeeeeeeeee',
    status: 'promoted',
    scope: ['api/**', 'web/**'],
    evidence: ['aaaaaaaaaaaaaaaa', 'dddddddddddddddd'],
  })

  await store.saveRule({ ...theirs, status: 'retired' })
  expect((await store.load()).rules.map(rule => rule.status)).toEqual(['retired'])
})

test('saving what is there already writes nothing', async () => {
  const workspace = createMemoryWorkspace()
  const store = openProjectStore(workspace)
  await store.saveExemption(EXEMPTION)
  await store.saveExemption(EXEMPTION)
  expect(workspace.log).toHaveLength(1)
})
