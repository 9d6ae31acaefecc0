import type { TextEdit } from '../../../../core/fix/fix.js'
import { type ParsedFile, textOf } from '../../tree/parsed-file.js'
import { childByField, type SyntaxNode } from '../../tree/syntax-node.js'
import { applyStyle, readCodeStyle } from '../code-style.js'
import { asCall, type Call } from './call-arguments.js'
import type { FixAction } from './fix-action.js'

/** Sets the keyword argument `with.name` of the matched call to `with.value`, adding it at the end where it is missing. */
export const setKeyword: FixAction = ({ file, fix, node }) => {
  const call = asCall(file, node)
  const name = String(fix.with.name ?? '')
  const value = applyStyle(String(fix.with.value ?? ''), readCodeStyle(file))
  if (call === null || name === '' || value === '') return null
  const argument = keywordOf(file, call, name)
  const old = argument === null ? null : childByField(argument, 'value')
  if (old !== null) {
    return { edits: [{ start: old.start, end: old.end, text: value }], holes: [] }
  }
  const last = call.args.at(-1)
  if (last?.type === 'dictionary_splat' || last?.type === 'generator_expression') return null
  const at = last?.end ?? call.list.start + 1
  const text = `${last === undefined ? '' : ', '}${name}=${value}`
  return { edits: [{ start: at, end: at, text }], holes: [] }
}

/** Removes the keyword argument `with.name` of the matched call. */
export const removeKeyword: FixAction = ({ file, fix, node }) => {
  const call = asCall(file, node)
  const argument = call === null ? null : keywordOf(file, call, String(fix.with.name ?? ''))
  return argument === null ? null : { edits: [removeArgument(file, argument)], holes: [] }
}

function keywordOf(file: ParsedFile, call: Call, name: string): SyntaxNode | null {
  const isIt = (argument: SyntaxNode) => {
    const key = argument.type === 'keyword_argument' ? childByField(argument, 'name') : null
    return key !== null && textOf(file, key) === name
  }
  return call.args.find(isIt) ?? null
}

/** Returns the edit that takes an argument out of its list, with one comma. */
export function removeArgument(file: ParsedFile, argument: SyntaxNode): TextEdit {
  const siblings = argument.parent?.children ?? []
  const before = siblings[argument.index - 1]
  const after = siblings[argument.index + 1]
  if (before?.type === ',') return { start: before.start, end: argument.end, text: '' }
  if (after?.type !== ',') return { start: argument.start, end: argument.end, text: '' }
  const blanks = /^\s*/.exec(file.text.slice(after.end))?.[0].length ?? 0
  return { start: argument.start, end: after.end + blanks, text: '' }
}
