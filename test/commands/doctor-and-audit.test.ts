import { expect, test } from 'vitest'
import { auditCommand } from '../../source/commands/audit.js'
import { doctorCommand } from '../../source/commands/doctor.js'
import { syncCommand } from '../../source/commands/sync.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

test('audit exits 1 with file, line and what was seen, made visible', async () => {
  const tools = createFakeToolbox({ files: { '.cursor/rules/a.mdc': '---\n---\nBe kind.\u202e\u001b[8m\n' } })
  const { io, exitCode } = await runCommand(auditCommand, tools, [])
  expect(exitCode).toBe(1)
  expect(io.stdout()).toContain('.cursor/rules/a.mdc:3:9')
  expect(io.stdout()).toContain('U+202E')
  expect(io.stdout()).not.toMatch(/[\u001b\u202e]/)
})

test('audit reads the records of this tool too, and exits 0 when nothing hides', async () => {
  const tools = createFakeToolbox({
    files: { 'AGENTS.md': '# A\n', '.guardrail-coach/learned/x.md': 'NEVER.\n' },
  })
  const { io, exitCode } = await runCommand(auditCommand, tools, [])
  expect([exitCode, io.stdout()]).toEqual([0, 'Nothing hidden in 2 files that steer an assistant.'])
})

async function doctor(files: Readonly<Record<string, string>>) {
  const { io } = await runCommand(doctorCommand, createFakeToolbox({ files }), ['--json'])
  const { assistants } = JSON.parse(io.stdout())
  return (id: string) => assistants.find((one: { id: string }) => one.id === id)
}

test('doctor tells which file wins, what it hides and that nothing reaches the assistant', async () => {
  const state = await doctor({ '.rules': 'x\n', 'AGENTS.md': '# A\n' })
  expect(state('zed').reads).toEqual([{ path: '.rules', bytes: 2, guardrails: 'none' }])
  expect(state('zed').warnings).toEqual([
    'No guardrails reach it. Run: guardrail-coach sync --targets zed',
    'It does not read AGENTS.md: .rules comes first.',
  ])
})

test('doctor knows that a CLAUDE.md keeps Claude Code from AGENTS.md', async () => {
  const state = await doctor({ 'CLAUDE.md': 'x\n', 'AGENTS.md': '# A\n' })
  expect(state('claude-code').warnings).toContain('It does not read AGENTS.md: CLAUDE.md comes first.')
})

test('doctor counts double loads after a sync that was asked for', async () => {
  const tools = createFakeToolbox({ files: { 'AGENTS.md': '# A\n', '.cursor/mcp.json': '{}' } })
  await runCommand(syncCommand, tools, ['--yes', '--targets', 'agents-md,cursor'])
  const { io } = await runCommand(doctorCommand, tools, ['--json'])
  const cursor = JSON.parse(io.stdout()).assistants.find((one: { id: string }) => one.id === 'cursor')
  expect(cursor.copies).toBe(2)
  expect(cursor.warnings).toEqual(['It loads the same guardrails 2 times; keep one of the files.'])
})

test('doctor finds globs that match nothing and what Codex never sees', async () => {
  const state = await doctor({
    '.claude/rules/a.md': '---\npaths:\n  - "lib/**"\n  - "src/*.js"\n---\n',
    'src/a.js': '',
    '.codex/config.toml': '',
    'AGENTS.md': 'x'.repeat(40_000),
  })
  expect(state('claude-code').warnings).toContain('.claude/rules/a.md is for lib/**, which matches no file.')
  expect(state('claude-code').warnings.join()).not.toContain('src/*.js')
  expect(state('codex').warnings).toContain(
    'It stops after 32,768 bytes; 7232 bytes of AGENTS.md are never seen.',
  )
})

test('doctor says how to begin when no assistant is in use', async () => {
  const { io, exitCode } = await runCommand(doctorCommand, createFakeToolbox({ files: { 'a.js': '' } }), [])
  expect([exitCode, io.stdout()]).toEqual([
    0,
    expect.stringContaining('guardrail-coach sync would create AGENTS.md'),
  ])
})
