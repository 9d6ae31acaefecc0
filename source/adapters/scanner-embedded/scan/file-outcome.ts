import type { Finding } from '../../../core/finding/finding.js'
import type { ScanError, SkipReason } from '../../../ports/scanner.js'
import type { FlowLinks } from '../taint/flow-types.js'
import type { ImportText } from '../taint/link/resolve-module.js'

/** What looking at one file gave; plain data, so that it can go to a worker thread and back, and into the cache. */
export type FileOutcome = {
  readonly path: string
  /** Of the text, so that a file that was touched but not changed is not examined again; empty when there was none. */
  readonly hash: string
  /** Bytes read; 0 when the file was skipped. */
  readonly bytes: number
  /** Whether a grammar reads it; of other files only the text is looked at, and they are not counted. */
  readonly isCode: boolean
  readonly skipped: SkipReason | null
  readonly findings: readonly Finding[]
  /** What the text holds whatever the language: secrets, and what the rules for texts find. */
  readonly textFindings: readonly Finding[]
  readonly errors: readonly ScanError[]
  /** What the answers depend on in other files; null when no data flow was asked for. */
  readonly links: FlowLinks | null
  readonly imports: readonly ImportText[]
  /** Whether the next scan would say the same of the same file. */
  readonly isLasting: boolean
}

/** What is told of a file over which the scanner failed in a way that nobody foresaw: one file is no reason to end a scan. */
export function brokeDown(path: string): ScanError {
  const message = 'The scanner broke down over this file, so it was not checked; the others were.'
  return { path, kind: 'gave-up', message }
}

/** Returns the outcome of a file about which nothing is known. */
export function emptyOutcome(path: string, isCode: boolean): FileOutcome {
  return {
    path,
    hash: '',
    bytes: 0,
    isCode,
    skipped: null,
    findings: [],
    textFindings: [],
    errors: [],
    links: null,
    imports: [],
    isLasting: true,
  }
}
