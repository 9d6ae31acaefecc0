import type { SyntaxNode } from '../../tree/syntax-node.js'
import { constantText } from '../constant.js'
import { readPattern } from '../guards/safe-pattern.js'
import type { FileModel } from '../model/file-model.js'
import type { Shape } from '../shape.js'

/** The signs between the parts of an address, and its codes for a blank: without them a value is as harmful as with them. */
const ADDRESS_SIGNS = /^(?:\/(?:\^|\\?[+?#&=]|\[[\\+?#&=]{1,6}\]\+?|%20)*\/g?|['"][+?#&=]{1,2}['"])$/

/**
 * Returns whether a call takes unsafe characters out: `all` when it keeps only a safe set (`x.replace(/[^a-z]/g, '')`),
 * `some` when it replaces only named ones, `none` when it is no replacement.
 */
export function stripsUnsafe(
  model: FileModel,
  call: Extract<Shape, { is: 'call' }>,
): 'all' | 'some' | 'none' {
  if (/^(str_i?replace|strtr|ReplaceAll|Replace)$/.test(call.method))
    return takesOutSigns(model, call) ? 'some' : 'none'
  if (!/^(replace|replaceAll|sub|gsub|translate|preg_replace)$/.test(call.method)) return 'none'
  const [pattern] = call.args
  if (pattern === undefined) return 'none'
  if (ADDRESS_SIGNS.test(model.text(pattern.node))) return 'none'
  const read = readPattern(model, pattern.node)
  if (read === null) return 'some'
  const isGlobal = call.method !== 'replace' || read.flags.includes('g')
  return isGlobal && /^\[\^[A-Za-z0-9_\- \\wds]*\]\+?$/.test(read.source) ? 'all' : 'some'
}

/** Returns whether a call replaces the sign that opens a tag by its name: the escape functions that projects write themselves. */
export function escapesMarkup(model: FileModel, call: Extract<Shape, { is: 'call' }>): boolean {
  if (!/^(str_i?replace|strtr|replace|replaceAll|gsub|ReplaceAll|Replace|translate)$/.test(call.method))
    return false
  return call.args.some(argument => /&(lt|#60|#x3c);/i.test(model.text(argument.node).slice(0, 400)))
}

/** Returns what the filter named in a call of PHP leaves: `number`, `some` when it encodes or takes out some signs, or `none`. */
export function filterOf(model: FileModel, call: Extract<Shape, { is: 'call' }>): 'number' | 'some' | 'none' {
  if (!/^(filter_input|filter_var|filter)$/.test(call.method)) return 'none'
  const names = call.args.map(argument => model.text(argument.node)).join(' ')
  if (/FILTER_(SANITIZE_NUMBER_INT|VALIDATE_(INT|FLOAT|BOOL|BOOLEAN|IP))\b/.test(names)) return 'number'
  return /FILTER_(SANITIZE|VALIDATE)_/.test(names) ? 'some' : 'none'
}

/** Returns whether a format takes nothing but numbers: `'… = %d'`. */
export function onlyNumbers(model: FileModel, format: SyntaxNode): boolean {
  const text = constantText(model, format)
  const holes = text?.replaceAll('%%', '').match(/%[-+ 0-9.']*[a-zA-Z]/g) ?? []
  return holes.length > 0 && holes.every(hole => /[dDuixXfFeEgGtcob]$/.test(hole))
}

/** `str_replace('..', '', $x)`: what is looked for is no word but a sign that does harm somewhere. */
function takesOutSigns(model: FileModel, call: Extract<Shape, { is: 'call' }>): boolean {
  return call.args
    .slice(0, 2)
    .some(argument => /["'`][^A-Za-z0-9\s_-]+["'`]/.test(model.text(argument.node).slice(0, 200)))
}
