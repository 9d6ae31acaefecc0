import type { TreeNode } from '../syntax/tree.js'
import type { Part } from './keep-alone.js'
import type { PatternRule } from './pattern.js'

/** Kinds that carry a value from elsewhere; which one of them is chance. */
const CARRIERS = new Set([
  'identifier',
  'member_expression',
  'subscript_expression',
  'attribute',
  'subscript',
  'call_expression',
  'call',
  'await_expression',
  'await',
])
/** Texts with values put in: kind → kind of the hole. */
const HOLES: Readonly<Record<string, string>> = {
  template_string: 'template_substitution',
  string: 'interpolation',
}
const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'lambda', 'function'])

/**
 * Returns what a variable must be, from the kinds its examples had; null for anything. Without it `db.query($A)` would
 * match `db.query('SELECT 1')` too: kind constraints are what keeps a learned pattern usable (learning.md §2.3).
 */
export function constraintFor(parts: readonly Part[]): PatternRule | null {
  const rules = new Map<string, PatternRule>()
  for (const { node, isReceiver } of parts) {
    if (FUNCTIONS.has(node.type) || isReceiver) return null
    const rule = ruleFor(node)
    rules.set(JSON.stringify(rule), rule)
  }
  const all = [...rules.values()]
  const [only] = all
  return all.length === 1 && only ? only : { any: all }
}

function ruleFor(node: TreeNode): PatternRule {
  if (CARRIERS.has(node.type)) return { any: [...CARRIERS].map(kind => ({ kind })) }
  const hole = HOLES[node.type]
  if (hole !== undefined && node.children.some(child => child.type === hole))
    return { kind: node.type, has: { kind: hole } }
  return { kind: node.type }
}
