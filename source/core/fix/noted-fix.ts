import type { Span } from './span.js'

/** A fix as it is noted on this machine, so that it can be taken back later, in another session too. */
export type NotedFix = {
  readonly schemaVersion: 1
  readonly id: string
  /** ISO date-time at which it was applied. */
  readonly at: string
  readonly fingerprint: string
  readonly path: string
  /** Line of the finding before the fix, from 1. */
  readonly line: number
  /** The finding's title, and the fix's. */
  readonly title: string
  readonly fix: string
  /** SHA-256 of the file's bytes before and after. */
  readonly beforeHash: string
  readonly afterHash: string
  readonly spans: readonly Span[]
  /** Id of the record that keeping it made, null while there is none. */
  readonly remediation: string | null
}
