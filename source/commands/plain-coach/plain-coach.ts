import type { Finding } from '../../core/finding/finding.js'
import type { ScanStats } from '../../ports/scanner.js'
import type { CommandInput } from '../command.js'
import type { Talk } from './menu.js'

/** What a session on plain lines knows; the steps change what is open and counted. */
export type PlainCoach = {
  readonly input: Pick<CommandInput, 'tools' | 'paths' | 'io' | 'cwd' | 'version'>
  readonly tools: CommandInput['tools']
  readonly talk: Talk
  readonly signal: AbortSignal
  /** Open findings, worst first. */
  open: readonly Finding[]
  readonly stats: Pick<ScanStats, 'filesScanned'>
  /** Fingerprints set aside. */
  readonly later: Set<string>
  readonly tally: Record<'fixed' | 'exempt' | 'later', number>
}
