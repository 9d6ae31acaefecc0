import type { TreeNode } from '../syntax/tree.js'

/** A node with its text, its place in the piece of code and how a pattern of it is written. */
export type Part = {
  readonly node: TreeNode
  readonly text: string
  readonly children: readonly Part[]
  /** Whether one example is enough to look inside and keep names: the call, its callee, its list, its options. */
  readonly isSpine: boolean
  /** Whether it leads to the name of the API; without that name a pattern would match anything. */
  readonly isHead: boolean
  /** Whether it is what a method is called on: what it is matters less than what is done with it. */
  readonly isReceiver: boolean
  /** Source between two offsets of the piece, for what stands between children. */
  readonly between: (start: number, end: number) => string
  /** The pattern for a piece that cannot stand alone (an option of an object, a keyword argument). */
  readonly wrap: (text: string) => string | { readonly context: string; readonly selector: string }
}

/** A word that names an option (`'md5'`, `'none'`), not data. */
const OPTION_WORD = /^[bru]?(['"])[A-Za-z0-9_-]{2,12}\1$/
const CONSTANTS = new Set([
  'true',
  'false',
  'null',
  'none',
  'None',
  'True',
  'False',
  'number',
  'integer',
  'undefined',
])
const NAMES = new Set(['property_identifier', 'shorthand_property_identifier'])

/** Returns whether a node that is the same in all examples may stay: a local name is the same by chance. */
export function keepsShared({ node, isSpine, isReceiver }: Part): boolean {
  return node.type !== 'identifier' || isSpine || isReceiver
}

/** Returns whether one example is enough to keep this node: tokens, names of the API, options, never data. */
export function keepsAlone({ node, text, isSpine }: Part): boolean {
  if (!node.isNamed) return true
  if (CONSTANTS.has(node.type)) return true
  if (node.type === 'string') return OPTION_WORD.test(text)
  if (NAMES.has(node.type)) return isSpine
  return node.type === 'identifier' && isSpine
}
