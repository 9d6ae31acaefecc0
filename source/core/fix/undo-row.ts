import type { Hunk } from './hunk.js'
import type { NotedFix } from './noted-fix.js'

/** A fix that was noted, with what taking it back would do to the file as it is now. */
export type UndoRow = {
  readonly fix: NotedFix
  /** What taking it back would change, secrets cut; empty when it cannot be taken back. */
  readonly hunks: readonly Hunk[]
  /** Why it cannot be taken back, null when it can. */
  readonly reason: string | null
}
