import { childByField, type SyntaxNode } from '../../tree/syntax-node.js'
import { assignmentOf, define, functionsOf } from './function-table.js'
import type { LanguageModel, Pattern, RawDefinition } from './language-model.js'
import { read } from './read-node.js'
import { shapesOf } from './shape-table.js'

const functionParts = functionsOf({
  isHoisted: kind => kind !== 'lambda_expression',
  notParameters: ['receiver_parameter', 'line_comment', 'block_comment'],
  expressionBodies: 'all-but-blocks',
  blocks: ['block', 'constructor_body'],
})

const named = (node: SyntaxNode): readonly RawDefinition[] =>
  define(childByField(node, 'name'), childByField(node, 'value'), 'assign', 'block')

/** Java. */
export const JAVA_MODEL: LanguageModel = {
  shapeOf: shapesOf(
    {
      names: ['identifier', 'this', 'super'],
      literals: [
        'decimal_integer_literal',
        'hex_integer_literal',
        'decimal_floating_point_literal',
        'character_literal',
        'true',
        'false',
        'null_literal',
        'class_literal',
      ],
      strings: { string_literal: ['string_fragment', 'multiline_string_fragment', 'escape_sequence'] },
      holes: ['string_interpolation'],
      members: { field_access: ['object', 'field'] },
      indexes: { array_access: ['array', 'index'] },
      calls: {
        method_invocation: { receiver: 'object', method: 'name' },
        object_creation_expression: { callee: 'type', isNew: true },
      },
      spreads: [],
      binaries: ['binary_expression'],
      concat: ['+'],
      unaries: ['unary_expression'],
      choices: ['ternary_expression'],
      lists: ['array_initializer'],
      records: [],
      pairs: [],
      passes: {
        parenthesized_expression: '',
        array_creation_expression: 'value',
        assignment_expression: 'right',
      },
      functions: ['lambda_expression', 'method_declaration', 'class_body'],
      neutral: ['method_reference', 'instanceof_expression', 'update_expression', 'switch_label'],
    },
    {
      cast_expression: (node, text) => {
        const value = childByField(node, 'value')
        const type = read(childByField(node, 'type'), text)
        const isNumber =
          /^(int|long|short|byte|double|float|boolean|char|Integer|Long|Double|Boolean|UUID)$/.test(type)
        return value === null || isNumber ? { is: 'neutral' } : { is: 'same', inner: value }
      },
    },
  ),
  functionKinds: {
    method_declaration: functionParts,
    constructor_declaration: functionParts,
    lambda_expression: functionParts,
  },
  classKinds: ['class_declaration', 'enum_declaration', 'interface_declaration', 'record_declaration'],
  definitionKinds: {
    variable_declarator: named,
    resource: named,
    assignment_expression: assignmentOf('known', /^\+=$/),
    enhanced_for_statement: node =>
      define(childByField(node, 'name'), childByField(node, 'value'), 'element', 'block'),
    catch_formal_parameter: node => define(childByField(node, 'name'), null, 'unknown', 'block'),
    method_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    class_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
  },
  outerNameKinds: [],
  patternOf: (node): Pattern => ({ is: node.type === 'identifier' ? 'name' : 'place' }),
  blockScopes: [
    'block',
    'constructor_body',
    'class_body',
    'for_statement',
    'enhanced_for_statement',
    'catch_clause',
    'try_with_resources_statement',
    'switch_block',
  ],
  closedScopes: [],
  selfNames: ['this'],
  neutralProperties: ['length'],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement', 'ternary_expression'],
    negatedKinds: [],
    armFields: ['consequence', 'alternative'],
    armWrappers: [],
    loopKinds: ['for_statement', 'enhanced_for_statement', 'while_statement', 'do_statement'],
    loopFields: ['body', 'update'],
    maybeKinds: ['switch_block_statement_group', 'switch_rule', 'catch_clause'],
    switchKinds: ['switch_expression'],
    caseKinds: ['switch_block_statement_group', 'switch_rule'],
    tryKinds: ['try_statement', 'try_with_resources_statement'],
    handlerKinds: ['catch_clause'],
    blockKinds: ['block', 'constructor_body', 'program'],
    leaveKinds: ['return_statement', 'throw_statement', 'continue_statement', 'break_statement'],
    returnKinds: ['return_statement'],
    assertKinds: ['assert_statement'],
    expressionStatements: ['expression_statement'],
    leaveCalls: /^System[.]exit$/,
  },
}
