import { LANGUAGE_TABLE } from '../../tree/language.js'
import type { ParsedFile } from '../../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'

/** A call with its arguments; comments are not counted. */
export type Call = {
  readonly node: SyntaxNode
  readonly callee: SyntaxNode
  readonly list: SyntaxNode
  readonly args: readonly SyntaxNode[]
}

/** Returns a node as a call, or null when it is none (a tagged template, for example). */
export function asCall(file: ParsedFile, node: SyntaxNode): Call | null {
  const field = LANGUAGE_TABLE[file.grammar.language].callees[node.type]
  const callee = field === undefined ? null : childByField(node, field)
  const list = childByField(node, 'arguments')
  if (callee === null || list === null || !/^argument(s|_list)$/.test(list.type)) return null
  return { node, callee, list, args: namedChildren(list) }
}

/** Returns the call that has `node` as a direct argument, with the argument's place from 0, or null. */
export function callAround(
  file: ParsedFile,
  node: SyntaxNode,
): { readonly call: Call; readonly place: number } | null {
  const list = node.parent
  const call = list?.parent == null ? null : asCall(file, list.parent)
  if (call === null || call.list !== list) return null
  return { call, place: call.args.indexOf(node) }
}
