import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { spawn } from 'node-pty'
import { TOP } from './projects.js'

/** The built coach in a pseudo-terminal, timed from its start. */
export type Terminal = {
  /** Milliseconds from the start to the first letter on screen. */
  readonly firstFrame: Promise<number>
  /** Waits until what was written, escapes left out, holds the text. */
  readonly until: (text: string) => Promise<void>
  /** Presses a key and waits for the frame: milliseconds to its last byte, and its bytes. */
  readonly press: (key: string) => Promise<{ readonly ms: number; readonly bytes: number }>
  /** Everything written so far. */
  readonly written: () => string
  /** Highest resident memory so far in MB; NaN where the system does not tell. */
  readonly memory: () => Promise<number>
  /** Processor time used so far in milliseconds; NaN where the system does not tell. */
  readonly busy: () => Promise<number>
  readonly close: () => Promise<void>
}

/** A frame is over when nothing came for this long. */
const QUIET_MS = 25
const ESCAPES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07]*\x07|\x1b[@-_]/g

/** Starts the coach on a project in a terminal of 100×30. */
export function openTerminal(project: string, home: string): Terminal {
  const start = performance.now()
  const { CI: _, ...env } = process.env
  const child = spawn(process.execPath, [join(TOP, 'dist/cli.js')], {
    cwd: project,
    cols: 100,
    rows: 30,
    name: 'xterm-256color',
    env: { ...env, GUARDRAIL_COACH_HOME: home },
  })
  let [written, lastAt] = ['', start]
  let seen: (at: number) => void
  const firstFrame = new Promise<number>(resolve => {
    seen = at => resolve(at - start)
  })
  child.onData(data => {
    written += data
    lastAt = performance.now()
    if (/\p{L}/u.test(data.replace(ESCAPES, ''))) seen(lastAt)
  })
  const ended = new Promise<void>(resolve => child.onExit(() => resolve()))
  return {
    firstFrame,
    until: async text => {
      while (!written.replace(ESCAPES, '').includes(text)) await wait(5)
    },
    press: async key => {
      const [from, pressed] = [written.length, performance.now()]
      child.write(key)
      while (written.length === from || performance.now() - lastAt < QUIET_MS) await wait(1)
      return { ms: lastAt - pressed, bytes: Buffer.byteLength(written.slice(from)) }
    },
    written: () => written,
    memory: () => peakMemory(child.pid),
    busy: () => busyTime(child.pid),
    close: async () => {
      child.write('\x03')
      await ended
    },
  }
}

/** Linux tells the high-water mark of a running process; elsewhere there is no figure. */
async function peakMemory(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1000
}

/** Linux tells ticks of user and system time, a hundred a second. */
async function busyTime(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN)) * 10
}
