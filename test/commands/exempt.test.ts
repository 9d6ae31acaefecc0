import { expect, test } from 'vitest'
import { exemptCommand } from '../../source/commands/exempt.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

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
