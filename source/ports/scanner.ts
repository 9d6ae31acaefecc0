import type { EngineId, Finding } from '../core/finding/finding.js'
import type { FixProposal } from '../core/fix/fix.js'
import type { CheckedBy } from '../core/fix/fix-preview.js'
import type { Result } from '../core/problem.js'

/** What could not be scanned, and why; told to the user, never a crash. */
export type ScanError = {
  /** Relative to the root; empty when it concerns the whole scan (a bad rule, a missing tool). */
  readonly path: string
  /** The last three come from the project's own records: exemptions past their date or of changed code, unreadable files. */
  readonly kind:
    | 'unreadable'
    | 'not-parsed'
    | 'partly-parsed'
    | 'gave-up'
    | 'bad-rule'
    | 'tool'
    | 'bad-ignore'
    | 'expired-exemption'
    | 'reopened-exemption'
    | 'bad-record'
  readonly message: string
}

/** Why a file was not scanned; skipped files are counted, not errors. */
export type SkipReason = 'binary' | 'minified' | 'too-large' | 'generated' | 'outside-root'

export type ScanStats = {
  readonly filesScanned: number
  readonly filesSkipped: number
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly bytes: number
  readonly durationMs: number
  readonly rules: number
}

export type ScanProgress = {
  readonly phase: 'listing' | 'scanning'
  readonly done: number
  readonly total: number
  readonly findings: number
  /** A program of its own that is being waited for: it does not say how far it is. */
  readonly waitingFor?: { readonly tool: string; readonly seconds: number }
}

export type ScanRequest = {
  /** Absolute project root. */
  readonly root: string
  /** Files and folders relative to the root; empty means the whole project. */
  readonly paths: readonly string[]
  /** Only rules of these weaknesses; absent means all. */
  readonly weaknesses?: readonly string[]
  /** Globs (relative to the root) that are not scanned, from the project's config. */
  readonly exclude?: readonly string[]
  readonly jobs?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ScanProgress) => void
}

export type ScanReport = {
  readonly engine: EngineId
  readonly findings: readonly Finding[]
  readonly stats: ScanStats
  readonly errors: readonly ScanError[]
}

/** What a scan of one text in memory says; used to try and verify fixes. */
export type TextScan = {
  readonly findings: readonly Finding[]
  /** False when the parser saw an error that the text has. */
  readonly parsed: boolean
  /** Count of parse-error nodes, so "no new parse error" can be told. */
  readonly parseErrors: number
  readonly errors: readonly ScanError[]
}

/** A source of findings. The embedded engine implements all of it; others leave `proposeFix` to it where they can. */
export type Scanner = {
  readonly id: EngineId
  /** Scans files on disk. Never rejects for a file's sake: problems are in `errors`. Rejects with AbortError when cancelled. */
  readonly scan: (request: ScanRequest) => Promise<ScanReport>
  /** Scans `text` as if it stood at `path` (relative). */
  readonly scanText: (path: string, text: string) => Promise<TextScan>
  /** Works out a fix of the finding on `text`; `holes` maps hole id to what the developer typed. */
  readonly proposeFix: (
    finding: Finding,
    fixId: string,
    text: string,
    holes?: Readonly<Record<string, string>>,
  ) => Promise<Result<FixProposal>>
  /** Who checks this finding in `scanText`; absent means our own rule. */
  readonly checkedBy?: (finding: Finding) => CheckedBy
}
