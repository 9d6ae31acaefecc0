import type { TrustedFunction } from '../../../core/finding/trusted-function.js'
import type { Position } from '../tree/line-index.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import type { FlowLabel } from './labels.js'

/** The named lists (`rules/lists/`) that one rule works with, by id. */
export type FlowQuery = {
  readonly sources: readonly string[]
  readonly sanitizers: readonly string[]
  readonly guards: readonly string[]
  /** List of the calls that a flow may pass through, where it must be sure; else the language's `carriers`. */
  readonly carriers?: string
  /** Slug of the weakness; a fixed host or folder in front of a value counts for some of them only. */
  readonly weakness: string
}

/** One step of a flow, as offsets (UTF-16 units, end exclusive) into the file at `path`. */
export type FlowStep = {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly label: FlowLabel
  /** Line and column, in steps that another file told: its text is not at hand where the flow ends. */
  readonly at?: Position
}

/** How a value gets from a source to the asked node. */
export type TaintedFlow = {
  /** Source first, the asked node last. */
  readonly trace: readonly FlowStep[]
  /** True when a check stands in between that may or may not be enough: report with one tier less confidence. */
  readonly weakened: boolean
  /** True when a function of the same file gave the value back on the way; the trace may tell that step as the source. */
  readonly returned: boolean
}

/**
 * A parameter of an exported function from which the asked node takes its value: other files decide whether that is
 * input. Plain data, so that it can be kept with the findings of a file.
 */
export type OpenParameter = {
  /** Ways to the function from outside: `[]` the module itself, `['User', 'find']` a member. */
  readonly exports: readonly (readonly string[])[]
  /** Place among the parameters, the receiver (`self`) not counted. */
  readonly index: number
  readonly name: string
  /** The member of the parameter that reaches the node. */
  readonly path: readonly string[]
  readonly query: FlowQuery
}

/** A function of another file that the answers about this file depend on, as this file imports it. */
export type ImportedFunction = {
  readonly module: string
  readonly members: readonly string[]
  readonly query: FlowQuery
}

/** What another file passes to a parameter: input, with the way it took there. */
export type InboundFlow = {
  readonly exports: readonly string[]
  readonly index: number
  readonly path: readonly string[]
  readonly query: FlowQuery
  readonly flow: TaintedFlow
}

/** What an imported function returns: parts of its arguments, and perhaps input of its own. */
export type ImportedReturn = {
  readonly imported: ImportedFunction
  /** Places of the arguments (the receiver not counted) that the result is made of. */
  readonly passes: readonly number[]
  /** Those of them that pass without a check or cleaner that may be enough. */
  readonly sure: readonly number[]
  readonly source: TaintedFlow | null
}

/** What other files say about one file. */
export type FlowContext = {
  readonly inbound: readonly InboundFlow[]
  readonly returns: readonly ImportedReturn[]
}

/** What one file asks of others. Plain data. */
export type FlowLinks = {
  readonly open: readonly OpenParameter[]
  readonly asked: readonly ImportedFunction[]
}

/** What the argument of a call of an imported function holds. */
export type ArgumentFlow = {
  readonly flow: TaintedFlow | null
  readonly open: readonly OpenParameter[]
}

/** The answers about one file. Built lazily: the first question builds the model of the file. */
export type Flow = {
  /** Returns one flow (the shortest) from a source of the query to `node`, or null. */
  readonly isTainted: (node: SyntaxNode, query: FlowQuery) => TaintedFlow | null
  /** Returns whether `node` holds only literals, or names all of whose definitions are constant. */
  readonly isConstant: (node: SyntaxNode) => boolean
  /** Returns the function a person vouched for that makes a match safe for a weakness, or null. `sink` may be the match itself. */
  readonly trustedAt: (match: SyntaxNode, sink: SyntaxNode | null, weakness: string) => TrustedFunction | null
  /** Returns the routes that an OpenAPI document gives to a function, written as decorators; empty for none. */
  readonly routeOf: (node: SyntaxNode) => string
  /** Returns the work that the answers took so far, in search tasks. */
  readonly work: () => number
  /** Returns whether some question was too much work, so its answer may miss a flow. */
  readonly hasGivenUp: () => boolean
  /** Returns what the answers given so far depend on in other files. */
  readonly links: () => FlowLinks
}
