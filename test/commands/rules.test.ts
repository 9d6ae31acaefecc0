import { expect, test } from 'vitest'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { rulesCommand } from '../../source/commands/rules.js'
import type { LearnedRule } from '../../source/core/learned-rule/learned-rule.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

const RULE: LearnedRule = {
  schemaVersion: 1,
  id: 'abcdef0123456789',
  status: 'candidate',
  kind: 'prohibition',
  weakness: 'code-injection',
  cwe: [95],
  severity: 'critical',
  language: 'javascript',
  anchors: ['eval'],
  text: 'NEVER call `eval`: input becomes code. Use `JSON.parse`.',
  edited: false,
  scope: ['web/**'],
  detector: { kind: 'shipped-rule', ruleId: 'fake/eval' },
  gate: { firesOnBefore: true, silentOnAfter: true },
  evidence: [],
  reason: '',
}

async function createTools(rules: readonly LearnedRule[] = [RULE]) {
  const tools = createFakeToolbox()
  const store = openProjectStore(tools.workspace)
  for (const rule of rules) await store.saveRule(rule)
  return { ...tools, store }
}

test('list --json holds exactly the fields that scripts rely on', async () => {
  const { io, exitCode } = await runCommand(rulesCommand, await createTools(), ['list', '--json'])
  expect(exitCode).toBe(0)
  const { id, status, kind, weakness, cwe, severity, text, scope, evidence } = RULE
  expect(JSON.parse(io.stdout())).toEqual({
    schemaVersion: 1,
    rules: [{ id, status, kind, weakness, cwe, severity, text, scope, evidence, enforced: true }],
  })
})

test('a decision needs a yes: without a terminal it exits 2 and writes nothing', async () => {
  const tools = await createTools()
  expect((await runCommand(rulesCommand, tools, ['promote', 'abcdef'])).exitCode).toBe(2)
  expect((await runCommand(rulesCommand, tools, ['promote', 'abcdef'], ['n'])).exitCode).toBe(0)
  expect((await tools.store.load()).rules).toEqual([RULE])
  expect((await runCommand(rulesCommand, tools, ['promote', 'abcdef'], ['y'])).exitCode).toBe(0)
  expect((await tools.store.load()).rules[0]?.status).toBe('promoted')
})

test('promote, edit, scope, retire and merge do what they say', async () => {
  const other = { ...RULE, id: 'fedcba9876543210', anchors: ['Function'] }
  const tools = await createTools([RULE, other])
  for (const args of [
    ['promote', RULE.id],
    ['edit', RULE.id, '--text', 'NEVER call `eval`.'],
    ['scope', RULE.id, '--to', 'web/**, api/**'],
    ['merge', RULE.id, other.id],
    ['retire', RULE.id, '--reason', 'covered by a linter'],
    ['restore', RULE.id],
    ['retire', RULE.id, '--reason', 'covered by a linter'],
  ])
    expect([args, (await runCommand(rulesCommand, tools, [...args, '--yes'])).exitCode]).toEqual([args, 0])
  expect((await tools.store.load()).rules).toEqual([
    {
      ...RULE,
      status: 'retired',
      reason: 'covered by a linter',
      text: 'NEVER call `eval`.',
      edited: true,
      scope: ['api/**', 'web/**'],
      anchors: ['Function', 'eval'],
    },
  ])
})

test('a refused promotion exits 3, and the sentence alone can be promoted', async () => {
  const tools = await createTools([{ ...RULE, gate: { firesOnBefore: false, silentOnAfter: true } }])
  const refused = await runCommand(rulesCommand, tools, ['promote', RULE.id, '--yes'])
  expect([refused.exitCode, refused.problem]).toEqual([3, expect.stringContaining('does not fire')])
  const alone = await runCommand(rulesCommand, tools, ['promote', RULE.id, '--yes', '--sentence-only'])
  expect(alone.exitCode).toBe(0)
})

test.each([
  [['explode', 'x']],
  [['show']],
  [['promote']],
  [['merge', 'a']],
  [['edit', RULE.id]],
  [['retire', RULE.id]],
  [['scope', RULE.id]],
])('%j is wrong usage', async args => {
  expect((await runCommand(rulesCommand, await createTools(), [...args, '--yes'])).exitCode).toBe(2)
})

test('a rule file that was tampered with cannot drive the terminal', async () => {
  const tools = await createTools([{ ...RULE, text: 'NEVER \u001b[2J\u202e x', reason: '\u0007' }])
  for (const args of [['list'], ['show', RULE.id]]) {
    const { io } = await runCommand(rulesCommand, tools, args)
    expect(io.stdout() + io.stderr()).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/)
  }
})

test('show tells the score that the budget goes by', async () => {
  const tools = await createTools()
  const { io } = await runCommand(rulesCommand, tools, ['show', RULE.id, '--json'])
  expect(JSON.parse(io.stdout()).rule.score).toBeGreaterThan(0)
  const plain = await runCommand(rulesCommand, tools, ['show', RULE.id])
  expect(plain.io.stdout()).toMatch(/^score {5}\d+\.\d\d, from severity/m)
})
