import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node-pty'
import { expect, onTestFinished, test } from 'vitest'
import { builtCli, TOP } from '../support/built.js'
import { createTempFolder } from '../support/temp-project.js'

/** Returns a copy of the demo project and the environment of a developer who never used the tool. */
function demo(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = createTempFolder()
  cpSync(join(TOP, 'demo'), cwd, { recursive: true })
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...env } = process.env
  return { cwd, env: { ...env, GUARDRAIL_COACH_HOME: createTempFolder() } }
}

function run(args: readonly string[], setting = demo()) {
  return spawnSync(process.execPath, [builtCli(), ...args], { ...setting, encoding: 'utf8' })
}

/** Runs the built tool in a terminal; `onText` sees everything written so far and may answer or send a signal. */
function inTerminal(
  args: readonly string[],
  onText: (text: string, child: ReturnType<typeof spawn>) => void,
) {
  const { cwd, env } = demo()
  const child = spawn(process.execPath, [builtCli(), ...args], {
    cwd,
    env,
    cols: 80,
    rows: 24,
  })
  onTestFinished(() => child.kill('SIGKILL'))
  let text = ''
  child.onData(data => {
    text += data
    onText(text, child)
  })
  return new Promise<{ readonly exitCode: number; readonly text: string }>(resolve =>
    child.onExit(({ exitCode }) => resolve({ exitCode, text })),
  )
}

test('without a terminal the coach prints the summary and how to go on, and exits 0', () => {
  const { status, stdout, stderr } = run([])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/: \d+ findings in \d+ files, /)
  expect(stdout).toContain('How to go on:')
})

test('the demo holds eight to twelve findings of at least eight weaknesses, each with a lesson and a fix', () => {
  const { status, stdout } = run(['scan', '--json'])
  const { findings, errors } = JSON.parse(stdout)
  expect({ status, errors }).toEqual({ status: 0, errors: [] })
  expect(findings.length).toBeGreaterThanOrEqual(8)
  expect(findings.length).toBeLessThanOrEqual(12)
  expect(new Set(findings.map((one: { weakness: string }) => one.weakness)).size).toBeGreaterThanOrEqual(8)
  const bare = findings.filter((one: { fixes: { kind: string }[] }) =>
    one.fixes.every(fix => fix.kind === 'manual'),
  )
  expect(bare.map((one: { ruleId: string }) => one.ruleId)).toEqual([])
})

test('a fix by its fingerprint is applied, recorded and gone from the next scan', () => {
  const setting = demo()
  const scan = () => JSON.parse(run(['scan', '--json'], setting).stdout).findings
  const [finding] = scan()
  const { choices } = JSON.parse(run(['fix', finding.fingerprint, '--json'], setting).stdout)
  const choice = choices.find((one: { verified: boolean }) => one.verified)
  const fixed = run(['fix', finding.fingerprint, '--choice', choice.id, '--yes', '--json'], setting)
  expect(fixed.status).toBe(0)
  expect(JSON.parse(fixed.stdout)).toMatchObject({ applied: true, trial: { verified: true } })
  expect(scan().map((one: { fingerprint: string }) => one.fingerprint)).not.toContain(finding.fingerprint)
  expect(JSON.parse(run(['stats', '--json'], setting).stdout)).toMatchObject({
    fixed: 1,
    rules: { candidate: 1 },
  })
})

test('a reader that goes away ends the output without a word', () => {
  const { cwd, env } = demo()
  const command = `"${process.execPath}" "${builtCli()}" scan --plain | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

test('at a terminal a scan draws a bar and takes it away again', async () => {
  const { exitCode, text } = await inTerminal(['scan'], () => {})
  expect(exitCode).toBe(0)
  expect(text).toMatch(/Scanning \[#+-*\] \d+ of \d+ files/)
  // The last thing on the bar's line is its removal.
  expect(text.lastIndexOf('\x1b[2K')).toBeGreaterThan(text.lastIndexOf('Scanning'))
})

test('Ctrl+C during a scan exits 130 and says that nothing is half written', async () => {
  let isSent = false
  const { exitCode, text } = await inTerminal(['scan'], (seen, child) => {
    if (isSent || !seen.includes('Listing')) return
    isSent = true
    child.write('\x03')
  })
  expect(exitCode).toBe(130)
  expect(text).toContain('Interrupted. Nothing that was begun is half written.')
})

test('fix asks at a terminal, and "no" leaves the file as it is', async () => {
  const setting = demo()
  const [finding] = JSON.parse(run(['scan', '--json'], setting).stdout).findings
  const [choice] = JSON.parse(run(['fix', finding.fingerprint, '--json'], setting).stdout).choices
  let isAnswered = false
  const args = ['fix', finding.fingerprint, '--choice', choice.id]
  const { exitCode, text } = await inTerminal(args, (seen, child) => {
    if (isAnswered || !seen.includes('[y/N]')) return
    isAnswered = true
    child.write('n\r')
  })
  expect(exitCode).toBe(0)
  expect(text).toContain('Nothing was written.')
})
