import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type { Shape } from '../shape.js'

/** Reads a shape from a node of one kind. */
export type ShapeReader = (node: SyntaxNode, text: string) => Shape

export const NEUTRAL: Shape = { is: 'neutral' }

/** Returns the text of a node, or an empty string for none. */
export function read(node: SyntaxNode | null, text: string): string {
  return node === null ? '' : text.slice(node.start, node.end)
}

/** Returns a reader that looks through a node at its child in `field`, or at its first named child. */
export function passOn(field?: string): ShapeReader {
  return node => {
    const inner = field === undefined ? (namedChildren(node)[0] ?? null) : childByField(node, field)
    return inner === null ? NEUTRAL : { is: 'same', inner }
  }
}

/** Returns the shape of a list of all named children. */
export function listShape(node: SyntaxNode): Shape {
  return { is: 'list', items: namedChildren(node) }
}

/** Returns the shape of a member access; parts missing in broken code pass everything on. */
export function memberShape(object: SyntaxNode | null, property: string): Shape {
  return object === null ? NEUTRAL : { is: 'member', object, property }
}

/**
 * Returns the operands of a chain `a + b + c` from left to right, however deep it nests to the left. Of a link inside
 * a chain only the two operands: else asking every link of a long chain would take the square of its length.
 */
export function flattenChain(
  node: SyntaxNode,
  kind: string,
  isLink: (node: SyntaxNode) => boolean,
): SyntaxNode[] {
  const parts: SyntaxNode[] = []
  const isInside = node.field === 'left' && node.parent?.type === kind && isLink(node.parent)
  if (isInside) return [...namedChildren(node)]
  let at: SyntaxNode | null = node
  while (at !== null && at.type === kind && isLink(at)) {
    const right = childByField(at, 'right')
    if (right !== null) parts.push(right)
    at = childByField(at, 'left')
  }
  if (at !== null) parts.push(at)
  return parts.reverse()
}

/** Returns the text of a string literal's content nodes, escapes left as written. */
export function stringContent(node: SyntaxNode, text: string, contentKinds: readonly string[]): string {
  return namedChildren(node)
    .filter(child => contentKinds.includes(child.type))
    .map(child => read(child, text))
    .join('')
}

/** Returns the operator token of a binary node. */
export function operatorOf(node: SyntaxNode, text: string, field = 'operator'): string {
  return node.children
    .filter(child => child.field === field)
    .map(child => read(child, text))
    .join(' ')
}
