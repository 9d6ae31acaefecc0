import type { ScanProgress } from '../ports/scanner.js'
import type { CommandIo } from './command.js'

const WIDTH = 24

/** Returns a listener that draws a scan's progress as a bar on standard error. */
export function showProgress(io: Pick<CommandIo, 'status'>): (progress: ScanProgress) => void {
  return ({ phase, done, total, findings }) => {
    if (phase === 'listing') return io.status('Listing files')
    const filled = total === 0 ? 0 : Math.floor((done / total) * WIDTH)
    const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled)
    io.status(`Scanning [${bar}] ${done} of ${total} files, ${findings} found`)
  }
}
