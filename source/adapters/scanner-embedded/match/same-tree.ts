import type { SyntaxNode } from '../tree/syntax-node.js'

/** Returns whether two nodes are equal trees: same kinds, same leaf texts, blanks between leaves ignored. `look` counts the nodes. */
export function isSameTree(left: SyntaxNode, right: SyntaxNode, text: string, look: () => void): boolean {
  const stack: [SyntaxNode, SyntaxNode][] = [[left, right]]
  for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
    const [a, b] = pair
    if (a === b) continue
    look()
    if (a.kind !== b.kind || a.children.length !== b.children.length) return false
    if (a.children.length === 0) {
      if (a.isNamed && text.slice(a.start, a.end) !== text.slice(b.start, b.end)) return false
      continue
    }
    for (let i = 0; i < a.children.length; i++) {
      const childA = a.children[i]
      const childB = b.children[i]
      if (childA !== undefined && childB !== undefined) stack.push([childA, childB])
    }
  }
  return true
}
