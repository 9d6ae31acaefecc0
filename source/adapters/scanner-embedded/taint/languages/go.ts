import { childByField, childrenByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { define, functionsOf } from './function-table.js'
import type { LanguageModel, Pattern, RawDefinition } from './language-model.js'
import { read } from './read-node.js'
import { shapesOf } from './shape-table.js'

const functionParts = functionsOf({
  isHoisted: kind => kind !== 'func_literal',
  notParameters: ['comment'],
  expressionBodies: [],
  blocks: ['block'],
})

/** Go. */
export const GO_MODEL: LanguageModel = {
  shapeOf: shapesOf(
    {
      names: ['identifier'],
      literals: ['int_literal', 'float_literal', 'rune_literal', 'true', 'false', 'nil', 'iota'],
      strings: {
        interpreted_string_literal: ['interpreted_string_literal_content', 'escape_sequence'],
        raw_string_literal: ['raw_string_literal_content'],
      },
      holes: [],
      members: { selector_expression: ['operand', 'field'] },
      indexes: { index_expression: ['operand', 'index'], slice_expression: ['operand', ''] },
      calls: { call_expression: { callee: 'function' } },
      spreads: ['variadic_argument'],
      binaries: ['binary_expression'],
      concat: ['+'],
      unaries: [],
      choices: [],
      lists: ['expression_list'],
      records: ['literal_value'],
      pairs: ['keyed_element'],
      passes: {
        parenthesized_expression: '',
        literal_element: '',
        composite_literal: 'body',
        type_assertion_expression: 'operand',
        type_conversion_expression: 'operand',
      },
      functions: ['func_literal'],
      neutral: ['type_identifier', 'qualified_type', 'slice_type', 'map_type'],
    },
    {
      unary_expression: (node, text) => {
        const inner = childByField(node, 'operand')
        if (inner === null) return { is: 'neutral' }
        if (text[node.start] === '!') return { is: 'not', inner }
        // Pointers and channels hold what they point to.
        return /[*&<]/.test(text[node.start] ?? '') ? { is: 'same', inner } : { is: 'neutral' }
      },
    },
  ),
  functionKinds: {
    function_declaration: functionParts,
    method_declaration: functionParts,
    func_literal: functionParts,
  },
  classKinds: [],
  definitionKinds: {
    short_var_declaration: node => paired(node, 'block', 'assign'),
    assignment_statement: (node, text) => {
      const operator = read(childByField(node, 'operator'), text)
      return paired(node, 'known', operator === '=' ? 'assign' : operator === '+=' ? 'augment' : 'unknown')
    },
    function_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    var_spec: specOf,
    const_spec: specOf,
    range_clause: node => define(childByField(node, 'left'), childByField(node, 'right'), 'element', 'block'),
  },
  outerNameKinds: [],
  patternOf,
  blockScopes: ['block', 'if_statement', 'for_statement', 'expression_switch_statement', 'expression_case'],
  closedScopes: [],
  selfNames: [],
  neutralProperties: [],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement'],
    negatedKinds: [],
    armFields: ['consequence', 'alternative'],
    armWrappers: [],
    loopKinds: ['for_statement'],
    loopFields: ['body'],
    maybeKinds: ['expression_case', 'default_case', 'communication_case', 'type_case'],
    switchKinds: ['expression_switch_statement'],
    caseKinds: ['expression_case', 'default_case', 'type_case'],
    tryKinds: [],
    handlerKinds: [],
    blockKinds: ['block', 'statement_list', 'source_file'],
    leaveKinds: ['return_statement', 'continue_statement', 'break_statement', 'goto_statement'],
    returnKinds: ['return_statement'],
    assertKinds: [],
    expressionStatements: ['expression_statement'],
    leaveCalls: /^(panic|os[.]Exit|log[.](Fatal|Fatalf|Fatalln|Panic|Panicf)|c[.]Abort\w*)$/,
  },
}

/** `a, b := x, y` pairs by place; `a, b := f()` takes the parts of one value. */
function paired(
  node: SyntaxNode,
  scope: RawDefinition['scope'],
  way: RawDefinition['way'],
): readonly RawDefinition[] {
  const left = childByField(node, 'left')
  const right = childByField(node, 'right')
  if (left === null || right === null) return []
  const values = namedChildren(right)
  const [only] = values
  const targets = namedChildren(left)
  if (targets.length === 1 && values.length === 1) return define(targets[0], only, way, scope)
  if (values.length === 1) return define(left, only, way, scope)
  return targets.flatMap((target, place) => define(target, values[place], way, scope))
}

function specOf(node: SyntaxNode): readonly RawDefinition[] {
  const names = childrenByField(node, 'name').filter(child => child.isNamed)
  const list = childByField(node, 'value')
  const values = list === null ? [] : namedChildren(list)
  return names.flatMap((name, place) => define(name, values[place] ?? values[0], 'assign', 'block'))
}

function patternOf(node: SyntaxNode): Pattern {
  if (node.type === 'identifier') return { is: 'name' }
  if (node.type !== 'expression_list') return { is: 'place' }
  const parts = namedChildren(node).map((child, place) => ({ node: child, key: String(place) }))
  return { is: 'parts', parts }
}
