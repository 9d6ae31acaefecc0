import { type ParsedFile, textOf } from '../../tree/parsed-file.js'
import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { joinLiterals, type TextPart, unescapeText } from './text-part.js'

/** Returns the parts of a template, a string or a concatenation, or null when the node is something else. */
export function readJavaScriptText(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const parts = readParts(file, node)
  return parts === null ? null : joinLiterals(parts)
}

function readParts(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  switch (node.type) {
    case 'string':
      return literal(textOf(file, node).slice(1, -1))
    case 'template_string':
      return readTemplate(file, node)
    case 'parenthesized_expression': {
      const inner = namedChildren(node)[0]
      return inner === undefined ? null : readParts(file, inner)
    }
    case 'binary_expression':
      return readSum(file, node)
    default:
      return null
  }
}

function literal(source: string): readonly TextPart[] | null {
  const text = unescapeText(source)
  return text === null ? null : [{ kind: 'literal', text }]
}

function readTemplate(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const parts: TextPart[] = []
  let at = node.start + 1
  const addLiteral = (end: number): boolean => {
    const text = unescapeText(file.text.slice(at, end))
    if (text !== null) parts.push({ kind: 'literal', text })
    return text !== null
  }
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue
    if (!addLiteral(child.start)) return null
    parts.push({ kind: 'value', source: file.text.slice(child.start + 2, child.end - 1).trim() })
    at = child.end
  }
  return addLiteral(node.end - 1) ? parts : null
}

/** A sum is text only where a string takes part; `a + b` of two values may be arithmetic and stays one value. */
function readSum(file: ParsedFile, node: SyntaxNode): readonly TextPart[] | null {
  const left = childByField(node, 'left')
  const right = childByField(node, 'right')
  const operator = childByField(node, 'operator')
  if (left === null || right === null || operator?.type !== '+') return null
  const leftParts = readParts(file, left)
  const rightParts = readParts(file, right)
  if (leftParts === null && rightParts === null) return null
  const value = (side: SyntaxNode): readonly TextPart[] => [{ kind: 'value', source: textOf(file, side) }]
  return [...(leftParts ?? value(left)), ...(rightParts ?? value(right))]
}
