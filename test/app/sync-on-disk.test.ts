import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { applySync } from '../../source/app/apply-sync.js'
import { planSync, type SyncOptions } from '../../source/app/plan-sync.js'
import { hasDrift } from '../../source/app/sync-plan.js'
import type { Result } from '../../source/core/problem.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { createTempFolder, createTempProject } from '../support/temp-project.js'

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

async function openTools(root: string) {
  const fake = createFakeToolbox()
  const workspace = unwrap(await createWorkspace(root, { state: createTempFolder() }))
  const baseGuardrails = async () => [
    { id: 'a', weakness: 'xss', text: 'NEVER do `a`. Use `b`.', scope: [], packages: [], languages: [] },
  ]
  return {
    ...fake,
    workspace,
    store: openProjectStore(workspace),
    content: { ...fake.content, baseGuardrails },
  }
}

async function sync(tools: Awaited<ReturnType<typeof openTools>>, options: SyncOptions = {}) {
  return applySync(tools, unwrap(await planSync(tools, options)))
}

test('a CLAUDE.md that is a link to AGENTS.md stays a link, gets one block and is restored', async () => {
  const project = createTempProject({ 'AGENTS.md': '# Ours\n' })
  symlinkSync('AGENTS.md', join(project.root, 'CLAUDE.md'))
  const tools = await openTools(project.root)
  unwrap(await sync(tools))
  expect(lstatSync(join(project.root, 'CLAUDE.md')).isSymbolicLink()).toBe(true)
  expect(project.read('AGENTS.md').split('guardrail-coach:begin')).toHaveLength(2)
  expect(existsSync(join(project.root, '.claude'))).toBe(false)
  expect(hasDrift(unwrap(await planSync(tools)))).toBe(false)
  unwrap(await sync(tools, { remove: true }))
  expect(project.read('AGENTS.md')).toBe('# Ours\n')
})

test('two rules folders that are one folder get one file', async () => {
  const project = createTempProject({ '.agents/rules/own.md': 'x\n', 'CLAUDE.md': '# C\n' })
  mkdirSync(join(project.root, '.claude'))
  symlinkSync('../.agents/rules', join(project.root, '.claude/rules'))
  const tools = await openTools(project.root)
  unwrap(await sync(tools, { targets: ['claude-code', 'antigravity'] }))
  expect(readdirSync(join(project.root, '.agents/rules')).sort()).toEqual(['guardrail-coach.md', 'own.md'])
  expect(hasDrift(unwrap(await planSync(tools)))).toBe(false)
  unwrap(await sync(tools, { remove: true }))
  expect(readdirSync(join(project.root, '.agents/rules'))).toEqual(['own.md'])
})

test('a link that leads out of the project is neither read nor written', async () => {
  const outside = createTempFolder()
  writeFileSync(join(outside, 'AGENTS.md'), '# Not yours\n')
  const project = createTempProject({ 'a.js': '' })
  symlinkSync(join(outside, 'AGENTS.md'), join(project.root, 'AGENTS.md'))
  const tools = await openTools(project.root)
  const plan = unwrap(await planSync(tools, { targets: ['agents-md'] }))
  expect(plan.changes).toEqual([])
  expect(plan.refusals).toHaveLength(1)
  expect(readFileSync(join(outside, 'AGENTS.md'), 'utf8')).toBe('# Not yours\n')
})

test('line ends, a BOM and the mode of the file are kept on disk', async () => {
  const bytes = Buffer.from('\uFEFF# Ours\r\n\r\nno end', 'utf8')
  const project = createTempProject({ 'AGENTS.md': bytes })
  chmodSync(join(project.root, 'AGENTS.md'), 0o640)
  const tools = await openTools(project.root)
  unwrap(await sync(tools))
  expect(project.bytes('AGENTS.md').subarray(0, bytes.length)).toEqual(bytes)
  expect(project.read('AGENTS.md')).not.toMatch(/[^\r]\n/)
  expect(lstatSync(join(project.root, 'AGENTS.md')).mode & 0o777).toBe(0o640)
  unwrap(await sync(tools, { remove: true }))
  expect(project.bytes('AGENTS.md')).toEqual(bytes)
})

test('the branches of two people who learned the same and different things merge without a conflict', async () => {
  const project = createTempProject({ 'a.js': '' })
  project.commitAll()
  const record = async (id: string, path: string) => {
    const store = openProjectStore(unwrap(await createWorkspace(project.root, { state: createTempFolder() })))
    const remediation = {
      schemaVersion: 1,
      id,
      fingerprint: id,
      ruleId: 'r',
      weakness: 'xss',
      language: 'javascript',
      path,
      before: 'b',
      after: 'a',
      anchor: 'innerHTML',
      replacement: null,
      fixId: 'f',
      fixKind: 'rewrite',
      checkedBy: 'rule',
      severity: 'high',
      author: 'unknown',
      fixedOn: '2026-11-23',
      words: '',
    } as const
    unwrap(await store.saveRemediation(remediation))
    unwrap(
      await store.saveRule({
        schemaVersion: 1,
        id,
        status: 'promoted',
        kind: 'prohibition',
        weakness: 'xss',
        cwe: [79],
        severity: 'high',
        language: 'javascript',
        anchors: ['innerHTML'],
        text: `NEVER ${path}.`,
        edited: false,
        scope: [path],
        detector: { kind: 'none' },
        gate: { firesOnBefore: true, silentOnAfter: true },
        evidence: [],
        reason: '',
      }),
    )
    return store
  }
  project.git('checkout', '-q', '-b', 'ada')
  await record('aaaaaaaaaaaaaaaa', 'web/**')
  project.git('add', '-A')
  project.git('commit', '-q', '-m', 'ada')
  project.git('checkout', '-q', 'main')
  project.git('checkout', '-q', '-b', 'bob')
  await record('bbbbbbbbbbbbbbbb', 'api/**')
  project.git('add', '-A')
  project.git('commit', '-q', '-m', 'bob')
  project.git('merge', '-q', 'ada', '-m', 'merge')
  const store = openProjectStore(unwrap(await createWorkspace(project.root, { state: createTempFolder() })))
  const { rules, problems } = await store.load()
  expect(problems).toEqual([])
  expect(rules).toHaveLength(1)
  expect(rules[0]).toMatchObject({
    scope: ['api/**', 'web/**'],
    evidence: ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'],
  })
})

test('Aider gets the block and is told of it in its config; removing restores both byte for byte', async () => {
  const config = '# team\r\nread: CONVENTIONS-OLD.md # style\r\nauto-commits: false\r\n'
  const project = createTempProject({ '.aider.conf.yml': config, 'CONVENTIONS-OLD.md': '# Style\n' })
  const tools = await openTools(project.root)
  const plan = unwrap(await planSync(tools))
  expect(plan.targets).toEqual(['aider'])
  expect(plan.notes).toEqual([])
  expect(plan.files.find(file => file.path === 'AGENTS.md')?.readers).toEqual(['Aider'])
  unwrap(await applySync(tools, plan))
  expect(project.read('.aider.conf.yml')).toContain(
    'read: [CONVENTIONS-OLD.md, AGENTS.md] # guardrail-coach\r\n',
  )
  expect(hasDrift(unwrap(await planSync(tools)))).toBe(false)
  unwrap(await sync(tools, { remove: true }))
  expect(project.read('.aider.conf.yml')).toBe(config)
  expect(existsSync(join(project.root, 'AGENTS.md'))).toBe(false)
})

test("without a config Aider's is made, and goes again; an odd one is refused with what to do", async () => {
  const project = createTempProject({ 'a.txt': '' })
  const tools = await openTools(project.root)
  unwrap(await sync(tools, { targets: ['aider'] }))
  expect(project.read('.aider.conf.yml')).toBe('read: AGENTS.md # guardrail-coach\n')
  unwrap(await sync(tools, { remove: true }))
  expect(existsSync(join(project.root, '.aider.conf.yml'))).toBe(false)
  project.write('.aider.conf.yml', 'read: &x [a.md]\n')
  const plan = unwrap(await planSync(tools, { targets: ['aider'] }))
  expect(plan.refusals).toMatchObject([
    { path: '.aider.conf.yml', reason: expect.stringContaining('add AGENTS.md to it') },
  ])
  unwrap(await applySync(tools, plan))
  expect(project.read('.aider.conf.yml')).toBe('read: &x [a.md]\n')
})
