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

test('doctor tells what files in subfolders add, replace, or are left out, for each assistant by its own rules', async () => {
  const tools = createFakeToolbox({
    files: {
      'AGENTS.md': '# A\n',
      'CLAUDE.md': '# C\n',
      'GEMINI.md': '# G\n',
      '.codex/config.toml': '',
      '.zed/settings.json': '{}',
      '.roo/rules/a.md': 'x\n',
      'opencode.json': '{}',
      'web/AGENTS.md': '# W\n',
      'web/AGENTS.override.md': '# O\n',
      'web/CLAUDE.md': '# W\n',
      'web/GEMINI.md': '# W\n',
      'node_modules/x/AGENTS.md': '# not ours\n',
    },
  })
  await runCommand(syncCommand, tools, ['--yes', '--targets', 'agents-md,claude-code,gemini-cli'])
  const { io } = await runCommand(doctorCommand, tools, ['--json'])
  const all: { id: string; nested: { path: string; when: string }[]; warnings: string[] }[] = JSON.parse(
    io.stdout(),
  ).assistants
  const state = (id: string) => all.find(one => one.id === id)
  const nested = (id: string) => state(id)?.nested.map(file => `${file.path} ${file.when}`)
  expect(nested('claude-code')).toEqual(['web/CLAUDE.md once it reads a file there'])
  expect(nested('gemini-cli')).toEqual(['web/GEMINI.md once a tool touches the folder'])
  expect(nested('codex')).toEqual(['web/AGENTS.override.md when it is started there or below'])
  expect(state('codex')?.warnings).toContain(
    'It does not read web/AGENTS.md: web/AGENTS.override.md comes first.',
  )
  expect(nested('zed')).toEqual([])
  expect(state('zed')?.warnings).toContain('It does not read web/AGENTS.md: only files at the root count.')
  expect(state('roo-code')?.warnings).toContain(
    'It does not read web/AGENTS.md: only files at the root count, unless enableSubfolderRules is on.',
  )
  expect(state('opencode')?.warnings).toContain(
    'In web/, web/AGENTS.md takes the place of AGENTS.md (when it is started there), and the guardrails do not reach it there.',
  )
  const plain = await runCommand(doctorCommand, tools, [])
  expect(plain.io.stdout()).toContain('  reads web/CLAUDE.md (4 bytes) once it reads a file there')
})

test('doctor adds up what Codex reads from the root down, and finds a second copy in a subfolder', async () => {
  const tools = createFakeToolbox({
    files: { '.codex/config.toml': '', 'AGENTS.md': 'x'.repeat(20_000), 'api/AGENTS.md': 'y'.repeat(20_000) },
  })
  await runCommand(syncCommand, tools, ['--yes'])
  const root = await tools.workspace.read('AGENTS.md')
  const block = root.ok ? root.value.text.slice(20_000) : ''
  const { io } = await runCommand(doctorCommand, tools, [])
  expect(io.stdout()).toMatch(
    /Started in api\/ it stops after 32,768 bytes; the last \d+ bytes of api\/AGENTS\.md are never seen\./,
  )
  const small = createFakeToolbox({
    files: { '.codex/config.toml': '', 'AGENTS.md': block, 'api/AGENTS.md': block },
  })
  const twice = await runCommand(doctorCommand, small, [])
  expect(twice.io.stdout()).toContain(
    'It loads the guardrails a second time in api/: api/AGENTS.md holds them too.',
  )
})

test.each([
  ['cursor', '.cursor/rules/a.md', 'x\n', '.cursor/rules/a.md is left out: only .mdc files are read there.'],
  ['cursor', '.cursor/rules/a.mdc', '---\nalwaysApply: false\n---\n', 'neither alwaysApply: true nor globs'],
  ['github-copilot', '.github/instructions/a.instructions.md', 'x\n', 'it has no applyTo'],
  ['windsurf', '.devin/rules/a.md', '---\ntrigger: manual\n---\n', 'its trigger is manual'],
  ['kiro', '.kiro/steering/a.md', '---\ninclusion: manual\n---\n', 'its inclusion is manual'],
])('doctor says that %s does not load %s by itself', async (id, path, text, expected) => {
  const state = await doctor({ [path]: text })
  expect(state(id).warnings.join('\n')).toContain(expected)
})

test.each([
  ['cursor', '.cursor/rules/a.mdc', '---\ndescription: x\nglobs:\n  - "*.ts"\n---\n'],
  ['github-copilot', '.github/instructions/a.instructions.md', '---\napplyTo: "**"\n---\n'],
  ['windsurf', '.devin/rules/a.md', '---\ntrigger: always_on\n---\n'],
])('doctor has nothing to say of a rule of %s that loads', async (id, path, text) => {
  const state = await doctor({ [path]: text, 'a.ts': '' })
  expect(state(id).warnings.filter((one: string) => !one.startsWith('No guardrails'))).toEqual([])
})
