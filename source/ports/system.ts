import type { Hunk } from '../core/fix/hunk.js'
import type { Result } from '../core/problem.js'

/** The present as an ISO date-time. */
export type Clock = { readonly now: () => string }

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export type Hash = (text: string) => string

/** Hunks between two texts with `context` unchanged lines around each. */
export type Differ = (before: string, after: string, context?: number) => readonly Hunk[]

/** The developer's own editor (their setting, else $VISUAL, $EDITOR). */
export type Editor = {
  /** The program's name for the screen ("vim") as the environment says it, or null when it says none. */
  readonly name: string | null
  /** Whether the editor has a window of its own, so that it needs no terminal. `own` is the command the developer set. */
  readonly hasOwnWindow: (own?: string) => boolean
  /**
   * Opens a file at a line. Resolves when the editor closes, and the terminal must be free for it; for one with a window
   * of its own, when it was started.
   */
  readonly open: (absolutePath: string, line: number, own?: string) => Promise<Result<null>>
}
