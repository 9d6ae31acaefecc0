import { expect, test } from 'vitest'
import { exemptFinding } from '../../source/app/exempt-finding.js'
import { scanCommand } from '../../source/commands/scan.js'
import { succeed } from '../../source/core/problem.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

const FILES = { 'web/a.js': 'eval(x)\nmd5(y)\n', 'b.js': 'password = "hunter22"\n', 'clean.js': '1\n' }

test('--json prints the contract and nothing else on standard output', async () => {
  const { io, exitCode } = await runCommand(scanCommand, createFakeToolbox({ files: FILES }), ['--json'])
  const report = JSON.parse(io.stdout())
  expect(exitCode).toBe(0)
  expect(Object.keys(report)).toEqual(['schemaVersion', 'engine', 'root', 'findings', 'stats', 'errors'])
  expect(report).toMatchObject({ schemaVersion: 1, engine: 'builtin', root: '/project', errors: [] })
  expect(report.stats).toEqual({ filesScanned: 3, filesSkipped: 0, bytes: 39, durationMs: 1, rules: 3 })
  expect(report.findings.map((one: { path: string }) => one.path)).toEqual(['web/a.js', 'web/a.js', 'b.js'])
  expect(report.findings[0]).toEqual({
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    ruleId: 'fake/eval',
    weakness: 'code-injection',
    title: 'Text is run as code',
    severity: 'critical',
    confidence: 'high',
    cwe: [95],
    owasp: 'A05:2025',
    path: 'web/a.js',
    startLine: 1,
    startColumn: 1,
    endLine: 1,
    endColumn: 8,
    message: 'Text is run as code.',
    lesson: 'code-injection',
    trace: [],
    fixes: expect.arrayContaining([{ id: 'parse-json', title: 'Parse it as JSON', kind: 'rewrite' }]),
    exempt: null,
  })
})

test.each([
  ['critical', 1],
  ['high', 1],
  ['low', 1],
])('--fail-on %s exits %i when a finding is at or above it', async (level, code) => {
  const tools = createFakeToolbox({ files: FILES })
  expect((await runCommand(scanCommand, tools, ['--fail-on', level])).exitCode).toBe(code)
})

test('--fail-on above every finding, and findings without --fail-on, exit 0', async () => {
  const tools = createFakeToolbox({ files: { 'b.js': FILES['b.js'] } })
  expect((await runCommand(scanCommand, tools, ['--fail-on', 'high'])).exitCode).toBe(0)
  expect((await runCommand(scanCommand, tools, [])).exitCode).toBe(0)
})

test('an exempt finding stays in the JSON with its reason and does not fail a build', async () => {
  const tools = createFakeToolbox({ files: { 'b.js': FILES['b.js'] } })
  const [finding] = findFakes('b.js', FILES['b.js'])
  if (!finding) throw new Error('no finding')
  await exemptFinding(tools, finding, { kind: 'false-positive', reason: 'a test value' })
  const { io, exitCode } = await runCommand(scanCommand, tools, ['--json', '--fail-on', 'low'])
  expect(exitCode).toBe(0)
  expect(JSON.parse(io.stdout()).findings[0].exempt).toEqual({
    kind: 'false-positive',
    reason: 'a test value',
    owner: 'Ada',
  })
  expect((await runCommand(scanCommand, tools, ['--plain'])).io.stdout()).toBe('')
})

test('--plain prints one finding a line, errors go to standard error', async () => {
  const problems = [{ kind: 'user-can-act' as const, message: 'Broken.', path: 'x.yml', nextSteps: [] }]
  const tools = createFakeToolbox({ files: FILES, records: { problems } })
  const { io } = await runCommand(scanCommand, tools, ['--plain', 'web/a.js'])
  expect(io.stdout().split('\n')).toEqual([
    expect.stringMatching(/^web\/a\.js:1:1 critical Text is run as code \[fake\/eval\] [0-9a-f]{12}$/),
    expect.stringMatching(/^web\/a\.js:2:1 high A broken hash \[fake\/weak-hash\] [0-9a-f]{12}$/),
  ])
  expect(io.stderr()).toBe('x.yml: Broken.')
})

test('the summary groups by weakness and counts files', async () => {
  const { io } = await runCommand(scanCommand, createFakeToolbox({ files: FILES }), [])
  expect(io.stdout()).toContain('project: 3 findings in 3 files, 0.0 s')
  expect(io.stdout()).toMatch(/critical .* 1 {2}web\/a\.js:1/)
})

test('file names and reasons that carry escapes reach neither text nor JSON raw', async () => {
  const name = 'a\u001B[2J\u202E\u009B\u{E0041}.js'
  const tools = createFakeToolbox({ files: { [name]: 'eval(x)\n' } })
  for (const args of [['--json'], ['--plain'], []]) {
    const { io } = await runCommand(scanCommand, tools, args)
    expect(io.stdout(), args.join()).not.toMatch(/[\u001B\u202E\u009B\u{E0041}]/u)
  }
  const { io } = await runCommand(scanCommand, tools, ['--json'])
  expect(JSON.parse(io.stdout()).findings[0].path).toBe(name)
})

test.each([
  [['--fail-on', 'severe'], 'no severity'],
  [['--jobs', '0'], '--jobs'],
  [['--jobs', '1.5'], '--jobs'],
  [['--json', '--plain'], 'exclude'],
  [['--staged', '--changed'], 'exclude'],
])('%j is wrong usage', async (args, message) => {
  const run = await runCommand(scanCommand, createFakeToolbox(), args)
  expect(run.exitCode).toBe(2)
  expect(run.problem).toContain(message)
  expect(run.io.stdout()).toBe('')
})

test('--changed asks git for the base it was given', async () => {
  const bases: (string | undefined)[] = []
  const { git } = createFakeToolbox()
  const changedLines = async (base?: string) => {
    bases.push(base)
    return succeed([{ path: 'web/a.js', ranges: [[2, 2]] as const }])
  }
  const tools = createFakeToolbox({ files: FILES, ports: { git: { ...git, changedLines } } })
  const run = await runCommand(scanCommand, tools, ['--changed', 'main', '--plain'])
  expect(run.io.stdout()).toMatch(/^web\/a\.js:2:1 high/)
  await runCommand(scanCommand, tools, ['--changed', 'web/a.js'])
  await runCommand(scanCommand, tools, ['--changed'])
  expect(bases).toEqual(['main', undefined, undefined])
})
