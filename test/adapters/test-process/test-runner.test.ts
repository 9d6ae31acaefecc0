import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestRunner } from '../../../source/adapters/test-process/test-runner.js'
import { createTempFolder } from '../../support/temp-project.js'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function run(script: string, options: { readonly minutes?: number; readonly until?: string } = {}) {
  const root = createTempFolder()
  const runner = createTestRunner(root, process.env, options.minutes)
  const lines: string[] = []
  const controller = new AbortController()
  const { until } = options
  const look = setInterval(() => {
    if (until !== undefined && existsSync(until) && readFileSync(until, 'utf8') !== '') controller.abort()
  }, 20)
  const end = await runner.run([process.execPath, '-e', script], {
    signal: controller.signal,
    onLines: more => lines.push(...more),
    onSecond: () => {},
  })
  clearInterval(look)
  return { end, lines, root }
}

test('both streams come line by line, without escape sequences, and the exit code with them', async () => {
  const { end, lines } = await run(
    "process.stdout.write('\\u001b[31mone\\u001b[0m\\r\\n10%\\r100%\\ntwo'); setTimeout(() => { console.error('three'); process.exit(3) }, 50)",
  )
  expect(end).toMatchObject({ how: 'ended', exitCode: 3 })
  expect(lines).toEqual(['one', '100%', 'twothree'])
})

test('a flood of output keeps its end, and lines of bounded length', async () => {
  const { lines } = await run(
    "process.stdout.write('x'.repeat(1e6) + '\\n' + Array.from({ length: 20000 }, (_, i) => i).join('\\n') + '\\nlast\\n')",
  )
  expect(lines.at(-1)).toBe('last')
  expect(lines.length).toBeLessThan(20_000)
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(400)
})

test('stopping ends every process, one that ignores the request too', async () => {
  const mark = join(createTempFolder(), 'pids')
  const { end } = await run(
    `const c = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'inherit' })
     process.on('SIGTERM', () => {})
     require('node:fs').writeFileSync(${JSON.stringify(mark)}, c.pid + ' ' + process.pid)
     setInterval(() => {}, 1000)`,
    { until: mark },
  )
  expect(end.how).toBe('stopped')
  for (const pid of readFileSync(mark, 'utf8').split(' ')) expect(isAlive(Number(pid))).toBe(false)
}, 20_000)

test('a run beyond its time is stopped', async () => {
  const { end } = await run('setInterval(() => {}, 1000)', { minutes: 0.005 })
  expect(end.how).toBe('timed-out')
})

test('what the tests leave running does not hold them open', async () => {
  const { end } = await run(
    "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).unref(); process.exit(0)",
  )
  expect(end).toMatchObject({ how: 'ended', exitCode: 0 })
  expect(end.durationMs).toBeLessThan(10_000)
})

test('a program that is not there is told', async () => {
  const runner = createTestRunner(createTempFolder())
  const end = await runner.run(['no-such-program-here'], {
    signal: new AbortController().signal,
    onLines: () => {},
    onSecond: () => {},
  })
  expect(end.how).toBe('not-started')
})
