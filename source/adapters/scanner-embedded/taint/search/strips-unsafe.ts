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
  if (!/^(replace|replaceAll|sub|gsub|translate|preg_replace)$/.test(call.method)) return 'none'
  const [pattern] = call.args
  if (pattern === undefined) return 'none'
  if (ADDRESS_SIGNS.test(model.text(pattern.node))) return 'none'
  const read = readPattern(model, pattern.node)
  if (read === null) return 'some'
  const isGlobal = call.method !== 'replace' || read.flags.includes('g')
  return isGlobal && /^\[\^[A-Za-z0-9_\- \\wds]*\]\+?$/.test(read.source) ? 'all' : 'some'
}
