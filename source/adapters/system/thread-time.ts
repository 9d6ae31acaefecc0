import { readFileSync } from 'node:fs'

/**
 * Returns milliseconds of processor time that this thread has used, so that waiting for a busy machine does not count. Where
 * the system does not tell (Node.js before 23.9 elsewhere than on Linux), a fifth of the time that passed.
 */
export function threadTime(): number {
  const usage: unknown = Reflect.get(process, 'threadCpuUsage')
  if (typeof usage === 'function') {
    const { user, system }: NodeJS.CpuUsage = usage.call(process)
    return (user + system) / 1_000
  }
  return schedulerTime() ?? performance.now() / 5
}

/** The scheduler's account of the thread: its first number is nanoseconds on a processor. */
const ACCOUNT = '/proc/thread-self/schedstat'

let hasAccount = process.platform === 'linux'

function schedulerTime(): number | null {
  if (!hasAccount) return null
  try {
    const [used = ''] = readFileSync(ACCOUNT, 'utf8').split(' ')
    const nanoseconds = Number(used)
    hasAccount = nanoseconds > 0
    return hasAccount ? nanoseconds / 1e6 : null
  } catch {
    // A kernel without it, or a sandbox that hides it.
    hasAccount = false
    return null
  }
}
