import { childByField, type SyntaxNode } from './syntax-node.js'

/** Kind of a member access → field that holds the member's name. */
const MEMBER_FIELDS: Readonly<Record<string, string>> = {
  member_expression: 'property',
  attribute: 'attribute',
  selector_expression: 'field',
  member_access_expression: 'name',
}

/**
 * Returns the last name of what a call calls (`a.b.c(x)` → `c`, `new A.B()` → `B`), empty when it has none.
 * `field` is the call's field that holds the callee.
 */
export function calleeName(call: SyntaxNode, field: string, text: string): string {
  let at = childByField(call, field)
  while (at !== null && at.children.length > 0) {
    const member = MEMBER_FIELDS[at.type]
    if (member === undefined) return ''
    at = childByField(at, member)
  }
  return at === null ? '' : text.slice(at.start, at.end)
}
