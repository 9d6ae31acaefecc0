import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../source/cli/command-table.js'
import { type CliSetting, runCli } from '../../source/cli/run-cli.js'
import { createFakeIo } from '../support/fake-io.js'
import { createTempFolder, createTempProject } from '../support/temp-project.js'

const FILES = { 'app.js': 'const crypto = require("crypto")\n' }

function setting(over: Partial<Omit<CliSetting, 'io'>> = {}) {
  const io = createFakeIo()
  const env = { ...process.env, GUARDRAIL_COACH_HOME: createTempFolder() }
  return { io, cwd: createTempProject(FILES).root, env, version: '0.0.0', startCoach: null, ...over }
}

test('help lists every command, and each command has its own', async () => {
  const overview = setting()
  expect(await runCli(['--help'], overview)).toBe(0)
  for (const [name, load] of Object.entries(COMMANDS)) {
    expect(overview.io.stdout()).toContain(`guardrail-coach ${name} `)
    const own = setting()
    expect(await runCli([name, '--help'], own)).toBe(0)
    const command = await load()
    expect(command.name).toBe(name)
    expect(own.io.stdout()).toContain(`guardrail-coach ${command.usage}`)
    for (const option of Object.keys(command.options)) expect(own.io.stdout(), name).toContain(`--${option}`)
  }
})

test.each([
  [['frobnicate'], 'no command frobnicate'],
  [['scan', '--plop'], "Unknown option '--plop'"],
  [['scan', 'missing.js'], 'no such file'],
  [['--plop'], "Unknown option '--plop'"],
  [['demo', 'x'], 'demo takes no paths'],
  [['help', 'nothing'], 'no command nothing'],
])('%j exits 2 with a reason on standard error alone', async (args, message) => {
  const used = setting()
  expect(await runCli(args, used)).toBe(2)
  expect(used.io.stderr()).toContain(message)
  expect(used.io.stdout()).toBe('')
})

test('without a terminal the coach prints the summary and how to go on', async () => {
  const used = setting()
  expect(await runCli([], used)).toBe(0)
  expect(used.io.stdout()).toContain('0 findings in 1 file')
  expect(used.io.stdout()).toContain('guardrail-coach scan --plain')
})

test('at a terminal the coach opens on the project that was named', async () => {
  const opened: string[] = []
  const { root } = createTempProject(FILES)
  const startCoach: CliSetting['startCoach'] = async (tools, screen, paths) => {
    opened.push(`${screen} ${tools.workspace.root} ${paths.join()}`)
    return 130
  }
  expect(await runCli([root], setting({ startCoach }))).toBe(130)
  expect(opened).toEqual([`home ${root} `])
})

test('an interrupted scan exits 130 and says so', async () => {
  const controller = new AbortController()
  controller.abort()
  const io = { ...createFakeIo(), signal: controller.signal }
  const used = setting()
  expect(await runCli(['scan'], { ...used, io })).toBe(130)
  expect(io.stderr()).toContain('Interrupted')
})

test('a scan of a folder in a project keeps to that folder and names paths from the root', async () => {
  const project = createTempProject({
    'web/a.js': 'eval(request.body)\n',
    'api/b.js': 'eval(request.body)\n',
  })
  project.commitAll()
  const used = setting({ cwd: join(project.root, 'web') })
  await runCli(['scan', '.', '--json'], used)
  const report = JSON.parse(used.io.stdout())
  expect(report.root).toBe(project.root)
  expect(report.stats.filesScanned).toBe(1)
})
