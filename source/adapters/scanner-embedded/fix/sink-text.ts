import type { ParsedFile } from '../tree/parsed-file.js'
import { textOf } from '../tree/parsed-file.js'
import { childByField, closestAncestor, isWithin, type SyntaxNode } from '../tree/syntax-node.js'
import type { FixContext } from './fix-context.js'

/** Returns the node that the fix is about: what `with.text` names, else the sink, else what must not be constant. */
export function sinkOf({ rule, fix, bindings }: FixContext): SyntaxNode | null {
  const name = String(fix.with.text ?? rule.taint?.sink ?? rule.nonConstant)
  return bindings.single.get(name) ?? null
}

const FUNCTION = /function|lambda|method_definition|arrow/

/**
 * Returns where the text of a node is put together: the node itself, or for a name the value of its only definition
 * in the same function; null when there are several.
 */
export function definitionOf(file: ParsedFile, node: SyntaxNode): SyntaxNode | null {
  if (node.type !== 'identifier') return node
  const name = textOf(file, node)
  const scope = closestAncestor(node, at => FUNCTION.test(at.type)) ?? file.root
  const values: SyntaxNode[] = []
  for (const [kind, target, value] of DEFINITIONS) {
    for (const definition of file.nodesOfKind(file.grammar.kindOf(kind))) {
      const left = childByField(definition, target)
      const right = childByField(definition, value)
      if (left === null || textOf(file, left) !== name || !isWithin(definition, scope)) continue
      if (right === null || kind.startsWith('augmented')) return null
      values.push(right)
    }
  }
  const [only] = values
  return values.length === 1 && only !== undefined && only.end <= node.start ? only : null
}

/** Kind of a definition → fields of its name and value. */
const DEFINITIONS: readonly (readonly [string, string, string])[] = [
  ['variable_declarator', 'name', 'value'],
  ['assignment_expression', 'left', 'right'],
  ['augmented_assignment_expression', 'left', 'right'],
  ['assignment', 'left', 'right'],
  ['augmented_assignment', 'left', 'right'],
]
