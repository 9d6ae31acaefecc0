import type { SkipReason } from '../../../ports/scanner.js'
import type { FileOutcome } from './file-outcome.js'

/** What was looked at, and what was not, by reason. Files of code alone count. */
export type Tally = {
  readonly filesScanned: number
  readonly filesSkipped: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly bytes: number
}

/** Returns the counts of some outcomes. */
export function tally(outcomes: readonly FileOutcome[]): Tally {
  const skipped: Partial<Record<SkipReason, number>> = {}
  let filesSkipped = 0
  let filesScanned = 0
  let bytes = 0
  for (const outcome of outcomes) {
    if (!outcome.isCode) continue
    bytes += outcome.bytes
    if (outcome.skipped !== null) {
      filesSkipped++
      skipped[outcome.skipped] = (skipped[outcome.skipped] ?? 0) + 1
    } else if (outcome.errors.every(error => error.kind !== 'unreadable')) filesScanned++
  }
  return { filesScanned, filesSkipped, skipped, bytes }
}
