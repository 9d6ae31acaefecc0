import type { FixSummary } from '../fix/fix.js'
import type { Confidence, Severity } from './severity.js'

/** One step of a data-flow finding, source first, sink last. Lines and columns start at 1, columns count UTF-16 units. */
export type TraceStep = {
  readonly path: string
  readonly line: number
  readonly column: number
  /** What happens here, from the engine's closed vocabulary ("comes from the request"); never repo text. */
  readonly label: string
}

/** Why a finding no longer counts. `in-source` is an ignore comment in the code itself. */
export type ExemptionKind = 'false-positive' | 'accepted-risk' | 'in-source'

/** The exemption in force for a finding, as told to scripts and shown on screen. */
export type FindingExemption = {
  readonly kind: ExemptionKind
  readonly reason: string
  readonly owner?: string
  /** ISO date (YYYY-MM-DD). */
  readonly expires?: string
}

/** The engine that made a finding. */
export type EngineId = 'builtin' | 'semgrep' | 'opengrep' | 'sarif'

/**
 * One place where a rule matched. `path` is relative to the project root with forward slashes.
 * Lines and columns start at 1; columns and offsets count UTF-16 units; ends are exclusive.
 */
export type Finding = {
  /** SHA-256 (hex) that survives moved lines: rule id, path, normalised matched text, occurrence index. */
  readonly fingerprint: string
  readonly engine: EngineId
  readonly ruleId: string
  /** Slug of the weakness, a key of `rules/weaknesses.yml`. */
  readonly weakness: string
  readonly title: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly cwe: readonly number[]
  /** For example `A05:2025`; empty when the weakness has no category. */
  readonly owasp: string
  readonly path: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly startOffset: number
  readonly endOffset: number
  readonly message: string
  /** Slug of the lesson; the same as `weakness` unless a rule says otherwise. */
  readonly lesson: string
  readonly trace: readonly TraceStep[]
  readonly fixes: readonly FixSummary[]
  readonly exempt: FindingExemption | null
}
