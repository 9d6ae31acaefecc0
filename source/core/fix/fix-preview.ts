import type { Finding } from '../finding/finding.js'
import type { TestMark } from '../project-tests/test-run.js'
import type { FixSummary, Hole, TextEdit } from './fix.js'
import type { Hunk } from './hunk.js'

/** A fix worked out on the file as it is now; nothing has been written. */
export type FixPreview = {
  readonly finding: Finding
  readonly fix: FixSummary
  readonly path: string
  readonly before: string
  readonly after: string
  /** SHA-256 of the file's bytes the preview was made from; applying refuses when they changed. */
  readonly hash: string
  readonly hunks: readonly Hunk[]
  /** Holes still unfilled; a preview with any cannot be applied. */
  readonly holes: readonly Hole[]
  readonly note: string
  /** The edits that lead from `before` to `after`; absent where only the two texts are known. */
  readonly edits?: readonly TextEdit[]
}

/**
 * What a rescan's word on a finding rests on: our own rule, the tool that reported it, or only whether the reported
 * code is still there. The last is no verification and is told as such.
 */
export type CheckedBy = 'rule' | 'tool' | 'text'

/** What a rescan says of a changed text. `verified` is the conjunction of the other three. */
export type FixTrial = {
  readonly parses: boolean
  readonly findingGone: boolean
  /** Findings that the change brought in; empty is good. */
  readonly newFindings: readonly Finding[]
  readonly verified: boolean
  readonly checkedBy: CheckedBy
}

/** A fix that was written and verified, with what is needed to undo it and to record it. */
export type AppliedFix = {
  readonly preview: FixPreview
  readonly trial: FixTrial
  /** SHA-256 of the bytes written; undo refuses when the file changed since. */
  readonly writtenHash: string
  /** What the project's tests said of it; absent when they were not run. */
  readonly tests?: TestMark
}
