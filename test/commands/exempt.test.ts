import { expect, test } from 'vitest'
import { scanProject } from '../../source/app/scan-project.js'
import { exemptCommand } from '../../source/commands/exempt.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { openRealToolbox } from '../support/real-toolbox.js'
import { runCommand } from '../support/run-command.js'
import { createTempProject } from '../support/temp-project.js'

const TEXT = 'eval(x)\n'
const fingerprint = findFakes('a.js', TEXT)[0]?.fingerprint ?? ''
const REASON = ['--kind', 'accepted-risk', '--reason', 'only at build time']

test('--yes writes the exemption and prints it', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const args = [fingerprint, ...REASON, '--expires', '2027-01-31', '--yes', '--json']
  const { io, exitCode } = await runCommand(exemptCommand, tools, args)
  expect(exitCode).toBe(0)
  expect(JSON.parse(io.stdout())).toMatchObject({ schemaVersion: 1, fingerprint, expires: '2027-01-31' })
  expect((await tools.store.load()).exemptions).toHaveLength(1)
})

test.each([
  [[fingerprint, ...REASON], 2, 'nobody is here'],
  [[fingerprint, '--kind', 'boring', '--reason', 'x'], 2, '--kind'],
  [[fingerprint, '--kind', 'false-positive'], 2, 'reason'],
  [REASON, 2, 'one fingerprint'],
  [[fingerprint, ...REASON, '--yes', '--expires', 'soon'], 3, 'not a date'],
])('exempt %j exits %i and writes nothing', async (args, code, message) => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const run = await runCommand(exemptCommand, tools, args)
  expect(run.exitCode).toBe(code)
  expect(run.problem).toContain(message)
  expect((await tools.store.load()).exemptions).toEqual([])
})

test('a person can say no', async () => {
  const tools = createFakeToolbox({ files: { 'a.js': TEXT } })
  const run = await runCommand(exemptCommand, tools, [fingerprint, ...REASON], ['n'])
  expect(run.exitCode).toBe(0)
  expect((await tools.store.load()).exemptions).toEqual([])
})

test('a function is named by file, for one weakness, and can be listed and ended', async () => {
  const project = createTempProject({ 'lib/sql.js': 'exports.query = text => db.query(text)\n' })
  const tools = await openRealToolbox(project)
  const words = ['--kind', 'false-positive', '--reason', 'binds \u001b[2J values', '--yes']
  const unnamed = await runCommand(exemptCommand, tools, ['lib/sql.js:query', ...words])
  expect(unnamed.problem).toContain('name it')
  const args = ['lib/sql.js:query()', '--weakness', 'sql-injection', ...words]
  expect((await runCommand(exemptCommand, tools, args)).exitCode).toBe(0)
  const { io } = await runCommand(exemptCommand, tools, ['--list'])
  expect(io.stdout()).toMatch(/holds {2}sql-injection {2}lib\/sql\.js:query/)
  expect(io.stdout()).not.toContain('\u001b')
  project.write('lib/sql.js', 'exports.query = text => db.run(text)\n')
  const listed = await runCommand(exemptCommand, tools, ['--list', '--json'])
  const [one] = JSON.parse(listed.io.stdout()).exemptions
  expect(one).toMatchObject({ state: 'changed', weakness: 'sql-injection' })
  expect((await runCommand(exemptCommand, tools, ['--end', one.id])).exitCode).toBe(2)
  expect((await runCommand(exemptCommand, tools, ['--end', one.id, '--yes'])).exitCode).toBe(0)
  expect((await tools.store.load()).exemptions).toEqual([])
})

test('folders are exempt from everything without a finding', async () => {
  const tools = createFakeToolbox({ files: { 'scripts/a.js': TEXT, 'b.js': TEXT } })
  const run = await runCommand(exemptCommand, tools, ['--path', 'scripts/**', ...REASON, '--yes', '--json'])
  expect(JSON.parse(run.io.stdout())).toMatchObject({ weakness: '*', paths: ['scripts/**'] })
  const report = await scanProject(tools, { paths: [] })
  expect(report.ok && report.value.findings.map(one => [one.path, one.exempt !== null])).toEqual([
    ['b.js', false],
    ['scripts/a.js', true],
  ])
})
