/** A node of a syntax tree, anonymous tokens included. Offsets count UTF-16 units, ends are exclusive. */
export type TreeNode = {
  /** Name of the kind; for a token its own text. */
  readonly type: string
  readonly isNamed: boolean
  readonly start: number
  readonly end: number
  readonly children: readonly TreeNode[]
}

/** A parsed text. */
export type ParsedText = {
  readonly root: TreeNode
  /** Count of places the parser could not read. */
  readonly errors: number
}

/** A place where a pattern matched. */
export type PatternMatch = TextRange & {
  /** What the pattern's rewrite makes of it; null when the pattern has none. */
  readonly rewrite: string | null
}

/** A half-open range of a text, in UTF-16 units. */
export type TextRange = { readonly start: number; readonly end: number }
