import { progressBar, progressWords } from '../core/text/progress-words.js'
import { count } from '../core/text/words.js'
import type { ScanProgress } from '../ports/scanner.js'
import type { CommandIo } from './command.js'

const WIDTH = 24

/** Milliseconds from some fixed moment. */
type Now = () => number
const NOW: Now = () => performance.now()

/** Returns a listener that draws a scan's progress as a bar with rate and time left on standard error. */
export function showProgress(
  io: Pick<CommandIo, 'status'>,
  now: Now = NOW,
): (progress: ScanProgress) => void {
  const started = now()
  return ({ phase, done, total, findings, waitingFor }) => {
    if (waitingFor)
      return io.status(`${waitingFor.tool} is running, ${waitingFor.seconds} s (Ctrl+C stops it)`)
    if (phase === 'listing') return io.status('Listing files')
    const bar = progressBar({ done, total }, WIDTH)
    const words = progressWords({ done, total, elapsedMs: now() - started }, 'file')
    io.status(`Scanning [${bar}] ${words}, ${findings} found`)
  }
}

/** Returns a listener that draws how many of something are done, with rate and time left and what came of them. */
export function showCount(
  io: Pick<CommandIo, 'status'>,
  doing: string,
  unit: string,
  now: Now = NOW,
): (done: number, total: number, found?: Parameters<typeof count>) => void {
  const started = now()
  return (done, total, found) => {
    const words = progressWords({ done, total, elapsedMs: now() - started }, unit)
    const what = found ? `, ${count(...found)}` : ''
    io.status(`${doing} [${progressBar({ done, total }, WIDTH)}] ${words}${what}`)
  }
}
