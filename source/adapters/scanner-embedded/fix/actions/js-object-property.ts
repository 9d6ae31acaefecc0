import type { TextEdit } from '../../../../core/fix/fix.js'
import { textOf } from '../../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { applyStyle, readCodeStyle } from '../code-style.js'
import type { FixContext } from '../fix-context.js'
import { asCall } from './call-arguments.js'
import type { FixAction } from './fix-action.js'

/**
 * Sets `with.key` to `with.value` in an object: the one `with.object` binds, the match itself, or the match's last
 * argument; a call without options gets `{ key: value }` as a new last argument.
 */
export const setProperty: FixAction = context => {
  const { file, fix } = context
  const key = String(fix.with.key ?? '')
  const value = applyStyle(String(fix.with.value ?? ''), readCodeStyle(file))
  if (key === '' || value === '') return null
  const object = findObject(context)
  if (object !== null) return { edits: [setIn(context, object, key, value)], holes: [] }
  const call = fix.with.object === undefined ? asCall(file, context.node) : null
  const last = call?.args.at(-1)
  if (call === null || last?.type === 'spread_element') return null
  const at = last?.end ?? call.list.start + 1
  const text = `${last === undefined ? '' : ', '}{ ${key}: ${value} }`
  return { edits: [{ start: at, end: at, text }], holes: [] }
}

/** Removes `with.key` from the object, with its comma. */
export const removeProperty: FixAction = context => {
  const object = findObject(context)
  const pair = object === null ? null : pairOf(context, object, String(context.fix.with.key ?? ''))
  if (object === null || pair === null) return null
  const siblings = object.children
  const after = siblings[pair.index + 1]
  const before = siblings[pair.index - 1]
  const { text } = context.file
  if (after?.type === ',') {
    const blanks = /^[ \t]*(\r?\n[ \t]*)?/.exec(text.slice(after.end))?.[0].length ?? 0
    return { edits: [{ start: pair.start, end: after.end + blanks, text: '' }], holes: [] }
  }
  const start = before?.type === ',' ? before.start : pair.start
  return { edits: [{ start, end: pair.end, text: '' }], holes: [] }
}

function findObject({ fix, file, node, bindings }: FixContext): SyntaxNode | null {
  const named = fix.with.object === undefined ? null : bindings.single.get(String(fix.with.object))
  if (named !== null) return named?.type === 'object' ? named : null
  if (node.type === 'object') return node
  const last = asCall(file, node)?.args.at(-1)
  return last?.type === 'object' ? last : null
}

function pairOf({ file }: FixContext, object: SyntaxNode, key: string): SyntaxNode | null {
  const isKey = (pair: SyntaxNode) => {
    const name = childByField(pair, 'key')
    return name !== null && textOf(file, name).replace(/^['"]|['"]$/g, '') === key
  }
  return namedChildren(object).find(pair => pair.type === 'pair' && isKey(pair)) ?? null
}

function setIn(context: FixContext, object: SyntaxNode, key: string, value: string): TextEdit {
  const pair = pairOf(context, object, key)
  const old = pair === null ? null : childByField(pair, 'value')
  if (old !== null) return { start: old.start, end: old.end, text: value }
  const last = namedChildren(object).at(-1)
  if (last === undefined) return { start: object.start, end: object.end, text: `{ ${key}: ${value} }` }
  const { text } = context.file
  const blanks = /\r?\n[ \t]*$/.exec(text.slice(object.start, namedChildren(object)[0]?.start))?.[0] ?? ' '
  return { start: last.end, end: last.end, text: `,${blanks}${key}: ${value}` }
}
