import type { Finding } from '../finding/finding.js'
import type { FixKind } from '../fix/fix.js'
import type { CheckedBy } from '../fix/fix-preview.js'
import type { CodeEdit } from '../generalise/edit-of-fix.js'
import type { TestMark } from '../project-tests/test-run.js'

/** Who wrote the mended lines: `unknown` is never counted as human. */
export type AuthorClass = 'human' | 'ai' | 'mixed' | 'unknown'

/** The call of the fixed code that replaces the dangerous one; both parts have passed the allow-list for identifiers. */
export type Replacement = {
  readonly name: string
  /** The project's own module it is imported from (`lib/db`), empty for a library's or the language's own. */
  readonly from: string
  /** The vulnerable API itself, used with these options; absent when another call took its place. */
  readonly options?: readonly string[]
}

/** The immutable record of one verified fix, `.guardrail-coach/remediations/<id>.json`. Secrets are redacted. */
export type Remediation = {
  readonly schemaVersion: 1
  /** First 16 hex digits of the SHA-256 of what identifies it: fingerprint, before, after. */
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly weakness: string
  readonly language: string
  readonly path: string
  /** The enclosing statement or lines before and after the fix, secrets redacted. */
  readonly before: string
  readonly after: string
  /** The API the fix is about, for example `db.query`; empty when none could be named safely. */
  readonly anchor: string
  readonly replacement: Replacement | null
  /** The one call, assignment or option the fix is about, for learning; absent when there is none or it held a secret. */
  readonly edit?: CodeEdit
  readonly fixId: string
  readonly fixKind: FixKind
  /** Who verified it; `text` means nobody did: only the reported code is gone. */
  readonly checkedBy: CheckedBy
  /** What the project's own tests said of it; absent when they were not run. */
  readonly tests?: TestMark
  readonly severity: Finding['severity']
  /** Author class of the vulnerable lines. */
  readonly author: AuthorClass
  /** The commit that made the fix, for one found in history. */
  readonly commit?: string
  /** ISO date (YYYY-MM-DD) of the fix. */
  readonly fixedOn: string
  /** The developer's own words, may be empty. */
  readonly words: string
}
