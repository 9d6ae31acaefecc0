import type { SyntaxNode } from '../tree/syntax-node.js'
import type { FlowLabel } from './labels.js'

/** The named lists (`rules/lists/`) that one rule works with, by id. */
export type FlowQuery = {
  readonly sources: readonly string[]
  readonly sanitizers: readonly string[]
  readonly guards: readonly string[]
  /** Slug of the weakness; a fixed host or folder in front of a value counts for some of them only. */
  readonly weakness: string
}

/** One step of a flow, as offsets (UTF-16 units, end exclusive) into the file at `path`. */
export type FlowStep = {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly label: FlowLabel
}

/** How a value gets from a source to the asked node. */
export type TaintedFlow = {
  /** Source first, the asked node last. */
  readonly trace: readonly FlowStep[]
  /** True when a check stands in between that may or may not be enough: report with one tier less confidence. */
  readonly weakened: boolean
}

/** The answers about one file. Built lazily: the first question builds the model of the file. */
export type Flow = {
  /** Returns one flow (the shortest) from a source of the query to `node`, or null. */
  readonly isTainted: (node: SyntaxNode, query: FlowQuery) => TaintedFlow | null
  /** Returns whether `node` holds only literals, or names all of whose definitions are constant. */
  readonly isConstant: (node: SyntaxNode) => boolean
  /** Returns whether some question was too much work, so its answer may miss a flow. */
  readonly hasGivenUp: () => boolean
}
