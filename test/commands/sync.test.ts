import { expect, test } from 'vitest'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { syncCommand } from '../../source/commands/sync.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

function createTools(files: Readonly<Record<string, string>> = {}) {
  const tools = createFakeToolbox({ files: { 'a.js': '', ...files } })
  const baseGuardrails = async () => [
    {
      id: 'general/a',
      weakness: 'xss',
      text: 'NEVER do `a`. Use `b`.',
      scope: [],
      packages: [],
      languages: [],
    },
  ]
  return {
    ...tools,
    store: openProjectStore(tools.workspace),
    content: { ...tools.content, baseGuardrails },
  }
}

test('without a terminal and without --yes it shows the diff, writes nothing and exits 2', async () => {
  const tools = createTools()
  const { exitCode, io } = await runCommand(syncCommand, tools, [])
  expect(exitCode).toBe(2)
  expect(io.stderr()).toContain('+- NEVER do `a`. Use `b`.')
  expect([...tools.workspace.files.keys()]).toEqual(['a.js'])
})

test('a no writes nothing, a yes writes, and then a check exits 0', async () => {
  const tools = createTools()
  expect((await runCommand(syncCommand, tools, [], ['n'])).exitCode).toBe(0)
  expect(tools.workspace.files.has('AGENTS.md')).toBe(false)
  const { exitCode, io } = await runCommand(syncCommand, tools, [], ['y'])
  expect([exitCode, io.stdout()]).toEqual([0, expect.stringContaining('created AGENTS.md')])
  expect((await runCommand(syncCommand, tools, ['--check'])).exitCode).toBe(0)
})

test('--check exits 1 on drift and names the file', async () => {
  const { exitCode, io } = await runCommand(syncCommand, createTools(), ['--check'])
  expect([exitCode, io.stdout()]).toEqual([1, expect.stringContaining('AGENTS.md is missing.')])
})

test('--dry-run prints the diff and writes nothing', async () => {
  const tools = createTools({ 'AGENTS.md': '# Ours\n' })
  const { exitCode, io } = await runCommand(syncCommand, tools, ['--dry-run'])
  expect([exitCode, io.stdout()]).toEqual([0, expect.stringContaining('+## Security guardrails')])
  expect(tools.workspace.files.get('AGENTS.md')).toBe('# Ours\n')
})

test('--remove --yes leaves the project as it was', async () => {
  const tools = createTools({ 'AGENTS.md': '# Ours' })
  await runCommand(syncCommand, tools, ['--yes', '--targets', 'agents-md,cursor'])
  await runCommand(syncCommand, tools, ['--yes', '--remove'])
  expect(Object.fromEntries([...tools.workspace.files].filter(([path]) => !path.startsWith('.g')))).toEqual({
    'a.js': '',
    'AGENTS.md': '# Ours',
  })
})

test('--json puts the plan on standard output alone', async () => {
  const { io } = await runCommand(syncCommand, createTools(), ['--json', '--yes'])
  expect(JSON.parse(io.stdout())).toMatchObject({
    schemaVersion: 1,
    written: true,
    targets: ['agents-md'],
    changes: [{ path: 'AGENTS.md', kind: 'create', targets: ['agents-md'] }],
    budget: { rules: 1, maxRules: 15, kept: ['general/a'], dropped: [] },
  })
})

test.each([
  [['--targets', 'clippy']],
  [['--targets', ' ']],
  [['--check', '--remove']],
  [['--remove', '--targets', 'cursor']],
])('%j is wrong usage', async args => {
  expect((await runCommand(syncCommand, createTools(), args)).exitCode).toBe(2)
})

test('a hand-edited block is told with commands that are safe to copy, and stays drift', async () => {
  const tools = createTools()
  await runCommand(syncCommand, tools, ['--yes'])
  const text = tools.workspace.files.get('AGENTS.md') ?? ''
  tools.workspace.files.set(
    'AGENTS.md',
    text.replace('Use `b`.', "Use `b`.\n- it's $(rm -rf) \u001b[8m mine"),
  )
  const { exitCode, io } = await runCommand(syncCommand, tools, ['--yes'])
  expect(exitCode).toBe(1)
  expect(io.stderr()).toContain('edited by hand')
  expect(io.stderr()).not.toContain('\u001b')
})

test('file names of the project reach the screen harmless', async () => {
  const tools = createTools({ '.claude/rules/x\u001b]0;evil\u0007.md': '', 'CLAUDE.md': '' })
  const { io } = await runCommand(syncCommand, tools, ['--yes'])
  expect(io.stdout() + io.stderr()).not.toMatch(/[\u001b\u0007]/)
})
