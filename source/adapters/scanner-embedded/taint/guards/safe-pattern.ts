import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FileModel } from '../model/file-model.js'

export type PatternText = { readonly source: string; readonly flags: string }

/** Returns the text of a regular expression that a node holds or names, or null when it is not written in this file. */
export function readPattern(model: FileModel, node: SyntaxNode, depth = 0): PatternText | null {
  if (depth > 5) return null
  const text = model.text(node)
  if (node.type === 'regex') {
    const end = text.lastIndexOf('/')
    return { source: text.slice(1, end), flags: text.slice(end + 1) }
  }
  const shape = model.shape(node)
  if (shape.is === 'literal' && shape.text !== null) {
    // PHP writes delimiters and flags into the text.
    const delimited = /^([/#~])([\s\S]*)\1([a-zA-Z]*)$/.exec(shape.text)
    return { source: delimited?.[2] ?? shape.text, flags: delimited?.[3] ?? '' }
  }
  if (shape.is === 'same') return readPattern(model, shape.inner, depth + 1)
  if (shape.is === 'call' && /^(RegExp|compile)$/.test(shape.method)) {
    const [first] = shape.args
    return first === undefined ? null : readPattern(model, first.node, depth + 1)
  }
  if (shape.is !== 'name') return null
  const definitions = model.variableAt(node, shape.name)?.definitions ?? []
  const only = definitions.length === 1 ? definitions[0] : undefined
  return only?.value && only.way === 'assign' ? readPattern(model, only.value, depth + 1) : null
}

/**
 * Returns whether a text that matches can hold nothing surprising: anchored at both ends (`isWhole` when the call
 * itself matches the whole text), no wildcard, no negated class, and no path climbing.
 */
export function isSafePattern(pattern: PatternText, isWhole: boolean): boolean {
  if (pattern.flags.includes('m')) return false
  let source = pattern.source.replace(/^\(\?[a-z]+\)/, '')
  if (!isWhole) {
    if (!/^(\^|\\A)/.test(source) || !/(\$|\\z|\\Z)$/.test(source) || /\\\$$/.test(source)) return false
    // An alternative outside a group escapes the anchors: ^a|b$.
    if (hasOpenAlternative(source)) return false
  }
  source = source.replace(/\\[\\.]/g, '_')
  const classes = source.match(/\[(?:\\.|[^\]\\])*\]/g) ?? []
  const outside = source.replace(/\[(?:\\.|[^\]\\])*\]/g, '')
  if (/(^|[^\\])\./.test(outside) || /\\[SWDX]/.test(source)) return false
  if (classes.some(one => one.startsWith('[^'))) return false
  return !classes.some(one => one.includes('/') && (one.includes('.') || one.includes('_')))
}

function hasOpenAlternative(source: string): boolean {
  let depth = 0
  let isInClass = false
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (char === '[') isInClass = true
    else if (char === ']') isInClass = false
    else if (!isInClass && char === '(') depth++
    else if (!isInClass && char === ')') depth--
    else if (!isInClass && char === '|' && depth === 0) return true
  }
  return false
}
