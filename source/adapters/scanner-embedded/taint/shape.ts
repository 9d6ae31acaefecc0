import type { SyntaxNode } from '../tree/syntax-node.js'

/** Name of an argument that spreads a record over the parameters' names: `f(**options)`. */
export const RECORD_SPREAD = '**'

/** Name of the block that a call hands values to (Ruby). */
export const BLOCK = '&'

/** One argument of a call; `name` for keyword arguments and `**`, `isSpread` for `...xs`, `*xs` and `**xs`. */
export type Argument = {
  readonly node: SyntaxNode
  readonly name: string | null
  readonly isSpread: boolean
}

/** One entry of an object or dictionary; the key is null when it is computed or spread. */
export type Entry = { readonly key: string | null; readonly value: SyntaxNode; readonly isSpread: boolean }

/**
 * What an expression does with values, whatever the language calls it.
 * Languages translate their nodes into shapes; everything else in the taint layer reads shapes only.
 */
export type Shape =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'member'; readonly object: SyntaxNode; readonly property: string }
  /** `index` is null for slices. */
  | { readonly is: 'index'; readonly object: SyntaxNode; readonly index: SyntaxNode | null }
  | {
      readonly is: 'call'
      /** What is called; null when the grammar keeps receiver and method apart. */
      readonly callee: SyntaxNode | null
      readonly receiver: SyntaxNode | null
      /** Last name of the callee, empty when it has none. */
      readonly method: string
      readonly args: readonly Argument[]
      readonly isNew: boolean
    }
  /** Text put together from parts, in order; literal pieces included. */
  | { readonly is: 'text'; readonly parts: readonly SyntaxNode[] }
  /** An operator whose result holds no text of its operands (comparison, arithmetic). */
  | {
      readonly is: 'operation'
      readonly operator: string
      readonly left: SyntaxNode
      readonly right: SyntaxNode
    }
  | { readonly is: 'not'; readonly inner: SyntaxNode }
  | { readonly is: 'typeof'; readonly inner: SyntaxNode }
  /** `whenFalse` is null for `a && b`, whose value is `b` or nothing of interest. */
  | {
      readonly is: 'choice'
      readonly condition: SyntaxNode
      readonly whenTrue: SyntaxNode
      readonly whenFalse: SyntaxNode | null
    }
  | { readonly is: 'either'; readonly options: readonly SyntaxNode[] }
  | { readonly is: 'list'; readonly items: readonly SyntaxNode[] }
  | { readonly is: 'record'; readonly entries: readonly Entry[] }
  | { readonly is: 'spread'; readonly inner: SyntaxNode }
  | { readonly is: 'same'; readonly inner: SyntaxNode }
  /** `text` is null for what is no string. */
  | { readonly is: 'literal'; readonly text: string | null }
  | { readonly is: 'function' }
  /** Passes nothing on. */
  | { readonly is: 'neutral' }
  /** Not known to the language table: everything inside passes through. */
  | { readonly is: 'parts'; readonly nodes: readonly SyntaxNode[] }
