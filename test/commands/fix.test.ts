import { expect, test } from 'vitest'
import { fixCommand } from '../../source/commands/fix.js'
import { fail } from '../../source/core/problem.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

const TEXT = 'const a = eval(body)\n'
const fingerprint = findFakes('a.js', TEXT)[0]?.fingerprint.slice(0, 12) ?? ''

function project() {
  return createFakeToolbox({ files: { 'a.js': TEXT } })
}

test('without --choice the fixes are listed with how trying them went, and nothing is written', async () => {
  const tools = project()
  const { io, exitCode } = await runCommand(fixCommand, tools, [fingerprint])
  expect(exitCode).toBe(0)
  expect(io.stdout()).toContain('parse-json  Parse it as JSON (parses, finding gone)')
  expect(io.stdout()).toContain('stays  A fix that mends nothing (parses, finding still there)')
  expect(io.stdout()).toContain('allow-list  Look it up in a table (has a hole to fill)')
  expect(io.stdout()).not.toContain('manual')
  expect(tools.workspace.log).toEqual([])
})

test('--yes applies, verifies and records the fix', async () => {
  const tools = project()
  const args = [fingerprint, '--choice', 'parse-json', '--yes', '--json']
  const { io, exitCode } = await runCommand(fixCommand, tools, args)
  expect(exitCode).toBe(0)
  expect(tools.workspace.files.get('a.js')).toBe('const a = JSON.parse(body)\n')
  const { remediations, rules } = await tools.store.load()
  expect(JSON.parse(io.stdout())).toMatchObject({
    schemaVersion: 1,
    path: 'a.js',
    fix: { id: 'parse-json' },
    trial: { verified: true, newFindings: 0 },
    applied: true,
    remediation: remediations[0]?.id,
    rule: { id: rules[0]?.id, isNew: true },
  })
})

test('--dry-run shows the diff and writes nothing', async () => {
  const tools = project()
  const args = [fingerprint, '--choice', 'parse-json', '--dry-run']
  const { io, exitCode } = await runCommand(fixCommand, tools, args)
  expect(exitCode).toBe(0)
  expect(io.stdout()).toContain('-const a = eval(body)\n+const a = JSON.parse(body)')
  expect(tools.workspace.log).toEqual([])
})

test('without --yes and without a person nothing is written and the exit code is 2', async () => {
  const tools = project()
  const { exitCode, problem } = await runCommand(fixCommand, tools, [fingerprint, '--choice', 'parse-json'])
  expect(exitCode).toBe(2)
  expect(problem).toContain('nobody is here')
  expect(tools.workspace.log).toEqual([])
})

test.each([
  ['y', 'const a = JSON.parse(body)\n'],
  ['n', TEXT],
  ['', TEXT],
])('a person who answers %j decides', async (answer, text) => {
  const tools = project()
  const args = [fingerprint, '--choice', 'parse-json']
  const { exitCode, io } = await runCommand(fixCommand, tools, args, [answer])
  expect(exitCode).toBe(0)
  expect(io.asked).toHaveLength(1)
  expect(tools.workspace.files.get('a.js')).toBe(text)
})

test('a fix that does not verify exits 3 and leaves the file and the records alone', async () => {
  const tools = project()
  const args = [fingerprint, '--choice', 'brings-new', '--yes']
  const { exitCode, problem } = await runCommand(fixCommand, tools, args)
  expect(exitCode).toBe(3)
  expect(problem).toContain('new finding')
  expect(tools.workspace.log).toEqual([])
  expect((await tools.store.load()).remediations).toEqual([])
})

test('a hole is asked for by name and filled with --hole', async () => {
  const tools = project()
  const open = await runCommand(fixCommand, tools, [fingerprint, '--choice', 'allow-list', '--yes'])
  expect(open.exitCode).toBe(2)
  expect(open.problem).toContain('hole')
  const args = [fingerprint, '--choice', 'allow-list', '--hole', 'table=KNOWN', '--yes']
  expect((await runCommand(fixCommand, tools, args)).exitCode).toBe(0)
  expect(tools.workspace.files.get('a.js')).toBe('const a = KNOWN[body]\n')
})

test.each([
  [[], 2, 'one fingerprint'],
  [['abc'], 3, 'at least 6'],
  [['../../etc'], 3, 'at least 6'],
  [['ffffffffffff'], 3, 'No finding'],
  [[fingerprint, '--choice', 'nope'], 2, 'no fix named nope'],
  [[fingerprint, '--choice', 'manual'], 2, 'no fix named manual'],
  [[fingerprint, '--hole', 'x'], 2, 'ID=TEXT'],
])('fix %j exits %i', async (args, code, message) => {
  const run = await runCommand(fixCommand, project(), args)
  expect(run.exitCode).toBe(code)
  expect(run.problem).toContain(message)
})

test('the diff of a secret shows no more than its first two characters', async () => {
  const text = 'password = "hunter22xyz"\n'
  const tools = createFakeToolbox({ files: { 'a.js': text } })
  const secret = findFakes('a.js', text)[0]?.fingerprint ?? ''
  for (const extra of [[], ['--json']]) {
    const args = [secret, '--choice', 'environment', '--dry-run', ...extra]
    const { io } = await runCommand(fixCommand, tools, args)
    expect(io.stdout() + io.stderr()).not.toContain('hunter22')
  }
})

test('a fix whose record cannot be kept is told as applied, with the failure', async () => {
  const tools = project()
  const refused = fail({ kind: 'tool-failed', message: 'The disk is full.', nextSteps: [] })
  const store = { ...tools.store, saveRemediation: async () => refused }
  const args = [fingerprint, '--choice', 'parse-json', '--yes', '--json']
  const { exitCode, problem, io } = await runCommand(fixCommand, { ...tools, store }, args)
  expect({ exitCode, problem }).toEqual({ exitCode: 3, problem: 'The disk is full.' })
  expect(JSON.parse(io.stdout())).toMatchObject({ applied: true, remediation: null, rule: null })
  expect(tools.workspace.files.get('a.js')).toContain('JSON.parse')
})
