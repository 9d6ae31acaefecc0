import type { Confidence, Severity } from '../../core/finding/severity.js'

/** Where a tool says something is, in the tool's own units; lines and columns start at 1, ends are exclusive. */
export type ForeignRegion =
  | {
      readonly unit: 'utf16' | 'points'
      readonly startLine: number
      readonly startColumn: number | null
      readonly endLine: number | null
      readonly endColumn: number | null
    }
  | { readonly unit: 'utf16-offset' | 'byte-offset'; readonly start: number; readonly end: number }

export type ForeignStep = { readonly path: string; readonly region: ForeignRegion }

/** A change the tool itself proposes; only changes of the file of the finding are kept. */
export type ForeignEdit = { readonly region: ForeignRegion; readonly text: string }

/** One result of another scanner, before it is matched with the present code. All texts are untrusted. */
export type ForeignResult = {
  readonly tool: string
  readonly ruleId: string
  readonly title: string
  readonly message: string
  readonly cwe: readonly number[]
  readonly severity: Severity
  readonly confidence: Confidence
  /** Relative to the project root, forward slashes. */
  readonly path: string
  readonly region: ForeignRegion
  /** The code as the tool saw it, whole lines or the matched part; null when the tool gives none. */
  readonly snippet: string | null
  readonly trace: readonly ForeignStep[]
  readonly edits: readonly ForeignEdit[]
  /** Reason of an accepted suppression, null when the result counts. */
  readonly suppressed: string | null
}

/** What was read from a file of findings; `skipped` counts results that could not be used, with the reasons. */
export type ForeignReport = {
  readonly tool: string
  readonly results: readonly ForeignResult[]
  readonly skipped: readonly string[]
  /** Files the tool says it looked at; 0 when it does not say. */
  readonly filesScanned: number
  readonly notes: readonly { readonly path: string; readonly message: string }[]
}
