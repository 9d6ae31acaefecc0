import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type { FunctionParts, ParameterParts, RawDefinition } from './language-model.js'
import { read } from './read-node.js'

/** How a language's functions are read. */
export type FunctionTable = {
  /** Kinds that hold more than one parameter name (`a, b string`). */
  readonly isHoisted: (kind: string) => boolean
  /** Children of the parameter list that are no parameters. */
  readonly notParameters: readonly string[]
  /** Kinds of a body whose expression is what the function returns. */
  readonly expressionBodies: 'all-but-blocks' | readonly string[]
  readonly blocks: readonly string[]
}

/** Returns the reader of functions that a table describes. */
export function functionsOf(table: FunctionTable): (node: SyntaxNode, text: string) => FunctionParts {
  return (node, text) => {
    const list = childByField(node, 'parameters') ?? childByField(node, 'parameter')
    const items =
      list === null
        ? []
        : list.children.length === 0 || list.type === 'identifier'
          ? [list]
          : namedChildren(list)
    const body = childByField(node, 'body')
    const isExpression =
      body !== null &&
      (table.expressionBodies === 'all-but-blocks'
        ? !table.blocks.includes(body.type)
        : table.expressionBodies.includes(body.type))
    return {
      name: read(childByField(node, 'name'), text),
      parameters: items
        .filter(item => !table.notParameters.includes(item.type))
        .flatMap(item => parametersOf(item, text)),
      body:
        isExpression && body?.type === 'arrow_expression_clause' ? (namedChildren(body)[0] ?? body) : body,
      isHoisted: table.isHoisted(node.type),
      returnsBody: isExpression,
    }
  }
}

/** One node may declare several names of one type. */
function parametersOf(node: SyntaxNode, text: string): readonly ParameterParts[] {
  const names = node.children.filter(child => child.field === 'name' && child.isNamed)
  const inner = node.children.find(child => child.type === 'variable_declarator')
  const targets = names.length > 0 ? names : [(inner && childByField(inner, 'name')) ?? node]
  const marks = namedChildren(node).filter(child => /modifiers|attribute_list/.test(child.type))
  return targets.map(target => ({
    node,
    target,
    decoration: marks.map(mark => read(mark, text)).join(' '),
    type: read(childByField(node, 'type'), text),
    fallback: childByField(node, 'value') ?? childByField(node, 'default_value'),
    isRest: /variadic|spread|splat/.test(node.type),
  }))
}

/** Returns a definition of `target`, or none when there is no target. */
export function define(
  target: SyntaxNode | null | undefined,
  value: SyntaxNode | null | undefined,
  way: RawDefinition['way'],
  scope: RawDefinition['scope'],
): readonly RawDefinition[] {
  return target ? [{ target, value: value ?? null, way, scope }] : []
}

/** Returns a reader of assignments with fields `left` and `right`; `operator` tells plain from augmented ones. */
export function assignmentOf(
  scope: RawDefinition['scope'],
  augments: RegExp,
): (node: SyntaxNode, text: string) => readonly RawDefinition[] {
  return (node, text) => {
    const operator = read(childByField(node, 'operator'), text)
    const way =
      operator === '' || operator === '=' ? 'assign' : augments.test(operator) ? 'augment' : 'unknown'
    return define(childByField(node, 'left'), childByField(node, 'right'), way, scope)
  }
}
