import { namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type { FileModel, FunctionInfo } from './file-model.js'

const MAX_RETURNS = 20

/** Returns the expressions a function returns (not those of functions inside it), at most 20. */
export function returnedValues(model: FileModel, info: FunctionInfo): readonly SyntaxNode[] {
  const body = info.parts.body
  if (body === null) return []
  if (info.parts.returnsBody) return [body]
  const found: SyntaxNode[] = []
  const last = model.language.returnsLast ? namedChildren(body).at(-1) : undefined
  if (last !== undefined) found.push(last)
  for (const kind of model.language.control.returnKinds) {
    for (const statement of model.file.nodesOfKind(model.file.grammar.kindOf(kind))) {
      if (statement.id < body.id) continue
      if (statement.id > body.lastId || found.length >= MAX_RETURNS) break
      if (model.functionAround(statement) === info) found.push(...namedChildren(statement))
    }
  }
  return found
}
