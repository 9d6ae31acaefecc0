/**
 * A node of the light tree: a plain object copied out of the parser's memory, anonymous tokens included.
 * Offsets count UTF-16 units, ends are exclusive.
 */
export type SyntaxNode = {
  /** Preorder number, 0 for the root. Descendants of a node have the numbers up to `lastId`. */
  readonly id: number
  lastId: number
  /** Number of the kind; equal names have equal numbers within a grammar, a token never shares one with a named node. */
  readonly kind: number
  /** Name of the kind, `ERROR` for what the parser could not read; for a token its own text. */
  readonly type: string
  readonly isNamed: boolean
  /** True for what the parser made up to go on. */
  readonly isMissing: boolean
  readonly start: number
  readonly end: number
  /** Field of the parent that holds this node, or an empty string. */
  readonly field: string
  readonly parent: SyntaxNode | null
  /** Place among the parent's children, tokens counted. */
  readonly index: number
  children: readonly SyntaxNode[]
}

/** Returns the first child in the given field, or null. */
export function childByField(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child
  return null
}

/** Returns the children in the given field, in order. */
export function childrenByField(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  return node.children.filter(child => child.field === field)
}

/** Returns the named children without comments, in order. */
export function namedChildren(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(child => child.isNamed && child.type !== 'comment')
}

/** Returns whether `inner` is `outer` or stands below it. */
export function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return inner.id >= outer.id && inner.id <= outer.lastId
}

/** Returns the nearest ancestor (the node itself not counted) that `accepts` says yes to, or null. */
export function closestAncestor(
  node: SyntaxNode,
  accepts: (ancestor: SyntaxNode) => boolean,
): SyntaxNode | null {
  for (let at = node.parent; at !== null; at = at.parent) if (accepts(at)) return at
  return null
}

/** Yields the node and all its descendants in source order, without recursion. */
export function* walkNodes(node: SyntaxNode): Generator<SyntaxNode> {
  const stack: SyntaxNode[] = [node]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    yield at
    for (let i = at.children.length - 1; i >= 0; i--) {
      const child = at.children[i]
      if (child !== undefined) stack.push(child)
    }
  }
}
