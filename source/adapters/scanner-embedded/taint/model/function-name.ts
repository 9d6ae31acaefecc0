import type { SyntaxNode } from '../../tree/syntax-node.js'

/** Returns the name of what a function without an own name is assigned to (`exports.f = …` → `f`), or an empty string. */
export function functionName(node: SyntaxNode, text: string): string {
  const parent = node.parent
  if (parent === null || !['value', 'right'].includes(node.field)) return ''
  const holder = parent.children.find(child => ['name', 'left', 'key', 'property'].includes(child.field))
  if (holder === undefined) return ''
  const last = /([A-Za-z0-9_$]+)['"\]]*$/.exec(
    text.slice(holder.start, Math.min(holder.end, holder.start + 200)),
  )
  return last?.[1] ?? ''
}
