import { type ParsedFile, textOf } from '../../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { joinLiterals, type TextPart, unescapeText } from './text-part.js'

/** Returns the parts of an f-string, a string, a sum, `%` or `.format()`, or null when the node is something else. */
export function readPythonText(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const parts = readParts(file, node)
  return parts === null ? null : joinLiterals(parts)
}

function readParts(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  switch (node.type) {
    case 'string':
      return readString(file, node)
    case 'concatenated_string':
      return joinAll(namedChildren(node).map(child => readParts(file, child)))
    case 'parenthesized_expression': {
      const inner = namedChildren(node)[0]
      return inner === undefined ? null : readParts(file, inner)
    }
    case 'binary_operator':
      return readOperator(file, node)
    case 'call':
      return readFormat(file, node)
    default:
      return null
  }
}

function joinAll(lists: readonly (readonly TextPart[] | null)[]): readonly TextPart[] | null {
  return lists.some(list => list === null) ? null : lists.flatMap(list => list ?? [])
}

function readString(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const [opening] = node.children
  const closing = node.children.at(-1)
  if (opening === undefined || closing === undefined) return null
  const prefix = textOf(file, opening)
    .replace(/["']+$/, '')
    .toLowerCase()
  if (/[br]/.test(prefix)) return null
  const parts: TextPart[] = []
  let at = opening.end
  const addLiteral = (end: number): boolean => {
    const source = file.text.slice(at, end)
    const text = unescapeText(
      prefix.includes('f') ? source.replaceAll('{{', '{').replaceAll('}}', '}') : source,
    )
    if (text !== null) parts.push({ kind: 'literal', text })
    return text !== null
  }
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue
    const expression = childByField(child, 'expression')
    const isPlain = namedChildren(child).length === 1
    if (expression === null || !isPlain || !addLiteral(child.start)) return null
    parts.push({ kind: 'value', source: textOf(file, expression) })
    at = child.end
  }
  return addLiteral(closing.start) ? parts : null
}

function readOperator(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const left = childByField(node, 'left')
  const right = childByField(node, 'right')
  const operator = childByField(node, 'operator')?.type
  if (left === null || right === null) return null
  const leftParts = readParts(file, left)
  if (operator === '%') return leftParts === null ? null : readPercent(file, leftParts, right)
  if (operator !== '+') return null
  const rightParts = readParts(file, right)
  if (leftParts === null && rightParts === null) return null
  return [...(leftParts ?? [asText(file, left)]), ...(rightParts ?? [asText(file, right)])]
}

/** `str(x)` is there for the sum only; a parameter takes `x` itself. */
function asText(file: ParsedFile, node: SyntaxNode): TextPart {
  const source = textOf(file, node)
  return { kind: 'value', source: /^str\(([A-Za-z0-9_.]+)\)$/.exec(source)?.[1] ?? source }
}

function readPercent(
  file: ParsedFile,
  text: readonly TextPart[],
  right: SyntaxNode,
): readonly TextPart[] | null {
  const [only] = text
  if (text.length !== 1 || only?.kind !== 'literal' || right.type === 'dictionary') return null
  const values = right.type === 'tuple' ? namedChildren(right) : [right]
  return spread(
    only.text,
    /%[sdi]/,
    values.map(value => textOf(file, value)),
    /%(?![sdi%])/,
  )
}

function readFormat(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const callee = childByField(node, 'function')
  const args = childByField(node, 'arguments')
  const object = callee === null ? null : childByField(callee, 'object')
  if (callee === null || args === null || object === null) return null
  if (!textOf(file, callee).endsWith('.format')) return null
  const text = readParts(file, object)
  const [only] = text ?? []
  if (text?.length !== 1 || only?.kind !== 'literal') return null
  const values = namedChildren(args)
  if (values.some(value => !/^(identifier|attribute|call|subscript|integer|string)$/.test(value.type)))
    return null
  return spread(
    only.text,
    /\{\}/,
    values.map(value => textOf(file, value)),
    /\{[^}]/,
  )
}

/** Puts values where the marks stand; null when their numbers differ or another mark occurs. */
function spread(
  text: string,
  mark: RegExp,
  values: readonly string[],
  foreign: RegExp,
): readonly TextPart[] | null {
  if (foreign.test(text)) return null
  const pieces = text.split(mark)
  if (pieces.length !== values.length + 1) return null
  return pieces.flatMap((piece, i): readonly TextPart[] => {
    const source = values[i]
    const literal: TextPart = { kind: 'literal', text: piece }
    return source === undefined ? [literal] : [literal, { kind: 'value', source }]
  })
}
