import type { CodeRange } from './code-in-page.js'
import type { Grammar } from './grammar.js'
import type { Position } from './line-index.js'
import type { SyntaxNode } from './syntax-node.js'

/** A file as the matcher and the taint layer see it. */
export type ParsedFile = {
  /** Relative to the project root. */
  readonly path: string
  /** Of a page: its code, everything else blank. */
  readonly text: string
  /** Where a page has code; null when the whole text is code. */
  readonly codeRanges: readonly CodeRange[] | null
  readonly grammar: Grammar
  readonly root: SyntaxNode
  /** Nodes of a named kind in source order; see `Grammar.kindOf`. */
  readonly nodesOfKind: (kind: number) => readonly SyntaxNode[]
  /** Calls (and `new`) by the last name of what is called: `a.b.c(x)` is under `c`. Others are under the empty string. */
  readonly callsByName: ReadonlyMap<string, readonly SyntaxNode[]>
  /** Count of nodes. */
  readonly size: number
  /** Levels of nesting. */
  readonly depth: number
  /** Count of ERROR and missing nodes. */
  readonly parseErrors: number
  readonly positionOf: (offset: number) => Position
}

/** Returns the source text of a node. */
export function textOf(file: ParsedFile, node: SyntaxNode): string {
  return file.text.slice(node.start, node.end)
}
