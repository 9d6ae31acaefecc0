import type { Pattern } from '../core/generalise/pattern.js'
import type { ParsedText, PatternMatch } from '../core/syntax/tree.js'

/** Parsing and pattern matching on single texts, for what is learned from fixes. */
export type Syntax = {
  /** Returns the tree of a text as if it stood at `path`; null when no grammar reads it. */
  readonly parse: (path: string, text: string) => Promise<ParsedText | null>
  /** Returns where a learned pattern matches; nothing for a pattern that cannot be compiled for this file. */
  readonly match: (path: string, text: string, pattern: Pattern) => Promise<readonly PatternMatch[]>
}
