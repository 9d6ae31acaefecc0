import { expect, test } from 'vitest'
import { openSyntax } from '../../../source/adapters/scanner-embedded/open-syntax.js'
import { createLearnedSource } from '../../../source/adapters/scanner-learned/learned-source.js'
import { openProjectStore } from '../../../source/adapters/store-project/open-project-store.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { createWorkspace } from '../../../source/adapters/workspace-fs/create-workspace.js'
import { learnPattern } from '../../../source/app/learn-pattern.js'
import { promoteRule } from '../../../source/app/review-rules.js'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import { createFakeToolbox } from '../../support/fake-toolbox.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

const syntax = openSyntax()
const EDITS = [
  { before: 'parcels.raw(`a ${x}`)', after: 'parcels.bound("a ?", [x])' },
  { before: 'orders.raw(`b ${y.z}`)', after: 'orders.bound("b ?", [y.z])' },
]

async function createRule(status: LearnedRule['status']): Promise<LearnedRule> {
  const learned = await learnPattern(syntax, { language: 'javascript', edits: EDITS, safe: [] })
  if (!learned) throw new Error('nothing was learned')
  return {
    schemaVersion: 1,
    id: 'abcdef0123456789',
    status,
    kind: 'prohibition',
    weakness: 'sql-injection',
    cwe: [89],
    severity: 'high',
    language: 'javascript',
    anchors: ['parcels.raw'],
    text: 'NEVER use `raw`.',
    edited: false,
    scope: [],
    detector: { kind: 'pattern', language: 'javascript', ...learned.pattern },
    gate: { firesOnBefore: true, silentOnAfter: true },
    evidence: [],
    reason: '',
  }
}

async function open(files: Readonly<Record<string, string>>, status: LearnedRule['status']) {
  const project = createTempProject(files)
  const workspace = await createWorkspace(project.root, { state: createTempFolder() })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const store = openProjectStore(workspace.value)
  await store.saveRule(await createRule(status))
  const source = createLearnedSource({ workspace: workspace.value, store, syntax, hash: sha256 })
  return {
    project,
    store,
    source,
    tools: { ...createFakeToolbox(), workspace: workspace.value, store, syntax },
  }
}

const FILES = {
  'api/a.js': 'const rows = users.raw(`c ${req.query.d}`)\n',
  'api/safe.js': 'users.raw("constant")\nusers.bound("c ?", [d])\n',
  'api/b.py': 'users.raw(f"c {d}")\n',
}

test('a promoted rule that was learned here finds the mistake again, with its place and its sentence', async () => {
  const { project, source } = await open(FILES, 'promoted')
  const { findings } = await source.scan({ root: project.root, paths: [] })
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({
    ruleId: 'learned-abcdef0123456789',
    weakness: 'sql-injection',
    path: 'api/a.js',
    startLine: 1,
    startColumn: 14,
    message: 'NEVER use `raw`.',
  })
  expect(await source.rescan('api/a.js', 'users.bound("c ?", [d])', findings)).toEqual([])
})

test('a candidate finds nothing yet, and a path that was not asked for is not looked at', async () => {
  const candidate = await open(FILES, 'candidate')
  expect((await candidate.source.scan({ root: candidate.project.root, paths: [] })).findings).toEqual([])
  const promoted = await open(FILES, 'promoted')
  expect((await promoted.source.scan({ root: promoted.project.root, paths: ['web'] })).findings).toEqual([])
})

test('a pattern that matches elsewhere is promoted only when a person says that those are mistakes too', async () => {
  const { tools } = await open(FILES, 'candidate')
  const refused = await promoteRule(tools, 'abcdef')
  expect(refused.ok || refused.problem.message).toBe(
    'The pattern of this rule also matches one more place: api/a.js:1.',
  )
  const promoted = await promoteRule(tools, 'abcdef', { placesConfirmed: true })
  expect(promoted.ok && promoted.value.status).toBe('promoted')
})

test('a rewrite that follows from the fixes is proposed with the code of the place', async () => {
  const pattern = await learnPattern(syntax, {
    language: 'javascript',
    edits: [
      { before: 'yaml.load(text)', after: 'yaml.load(text, { schema: yaml.JSON_SCHEMA })' },
      { before: 'yaml.load(a.b)', after: 'yaml.load(a.b, { schema: yaml.JSON_SCHEMA })' },
    ],
    safe: [],
  })
  if (!pattern) throw new Error('nothing was learned')
  const [match] = await syntax.match('a.js', 'x = yaml.load(req.body.c)', pattern.pattern)
  expect(match?.rewrite).toBe('yaml.load(req.body.c, { schema: yaml.JSON_SCHEMA })')
})
