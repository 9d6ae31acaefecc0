import type { Finding } from '../../../core/finding/finding.js'
import type { ScanError, SkipReason } from '../../../ports/scanner.js'
import type { FlowLinks } from '../taint/flow-types.js'
import type { ImportText } from '../taint/link/resolve-module.js'

/** What looking at one file gave; plain data, so that it can go to a worker thread and back, and into the cache. */
export type FileOutcome = {
  readonly path: string
  /** Bytes read; 0 when the file was skipped. */
  readonly bytes: number
  readonly skipped: SkipReason | null
  readonly findings: readonly Finding[]
  readonly errors: readonly ScanError[]
  /** What the answers depend on in other files; null when no data flow was asked for. */
  readonly links: FlowLinks | null
  readonly imports: readonly ImportText[]
  /** Whether the next scan would say the same of the same file. */
  readonly isLasting: boolean
}
