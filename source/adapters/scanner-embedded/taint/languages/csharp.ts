import { childByField, namedChildren } from '../../tree/syntax-node.js'
import { assignmentOf, define, functionsOf } from './function-table.js'
import type { LanguageModel, Pattern } from './language-model.js'
import { read } from './read-node.js'
import { shapesOf } from './shape-table.js'

const functionParts = functionsOf({
  isHoisted: kind => kind !== 'lambda_expression' && kind !== 'anonymous_method_expression',
  notParameters: ['comment', 'array_type', 'attribute_list'],
  expressionBodies: 'all-but-blocks',
  blocks: ['block'],
})

/** C#. */
export const CSHARP_MODEL: LanguageModel = {
  shapeOf: shapesOf(
    {
      names: ['identifier', 'this', 'base'],
      literals: ['integer_literal', 'real_literal', 'character_literal', 'boolean_literal', 'null_literal'],
      strings: {
        string_literal: ['string_literal_content', 'escape_sequence'],
        raw_string_literal: ['raw_string_content'],
        interpolated_string_expression: ['string_content', 'escape_sequence'],
      },
      holes: ['interpolation'],
      members: {
        member_access_expression: ['expression', 'name'],
        conditional_access_expression: ['condition', 'name'],
      },
      indexes: { element_access_expression: ['expression', 'subscript'] },
      calls: {
        invocation_expression: { callee: 'function' },
        object_creation_expression: { callee: 'type', isNew: true },
      },
      argument: { kind: 'argument', name: 'name' },
      spreads: [],
      binaries: ['binary_expression'],
      concat: ['+'],
      unaries: ['prefix_unary_expression'],
      choices: ['conditional_expression'],
      lists: ['initializer_expression', 'collection_expression', 'tuple_expression'],
      records: [],
      pairs: [],
      passes: {
        parenthesized_expression: '',
        await_expression: '',
        as_expression: 'left',
        assignment_expression: 'right',
        bracketed_argument_list: '',
        switch_expression_arm: '',
      },
      functions: ['lambda_expression', 'anonymous_method_expression'],
      neutral: [
        'predefined_type',
        'is_pattern_expression',
        'typeof_expression',
        'interpolation_start',
        'interpolation_brace',
        'postfix_unary_expression',
        'verbatim_string_literal',
      ],
    },
    {
      interpolation: node => {
        const inner = namedChildren(node).find(child => child.type !== 'interpolation_brace')
        return inner === undefined ? { is: 'neutral' } : { is: 'same', inner }
      },
      verbatim_string_literal: (node, text) => ({ is: 'literal', text: read(node, text).slice(2, -1) }),
      cast_expression: (node, text) => {
        const value = childByField(node, 'value')
        const isNumber = /^(int|long|short|byte|double|float|decimal|bool|Guid)$/.test(
          read(childByField(node, 'type'), text),
        )
        return value === null || isNumber ? { is: 'neutral' } : { is: 'same', inner: value }
      },
      conditional_access_expression: (node, text) => {
        const object = childByField(node, 'condition')
        const member = namedChildren(node).at(-1)
        if (object === null || member === undefined) return { is: 'neutral' }
        return { is: 'member', object, property: read(childByField(member, 'name'), text) }
      },
    },
  ),
  functionKinds: {
    method_declaration: functionParts,
    constructor_declaration: functionParts,
    local_function_statement: functionParts,
    lambda_expression: functionParts,
  },
  classKinds: ['class_declaration', 'record_declaration', 'struct_declaration'],
  definitionKinds: {
    variable_declarator: node => {
      const name = childByField(node, 'name')
      const last = namedChildren(node).at(-1)
      return define(
        name,
        last === name || last?.type === 'bracketed_argument_list' ? null : last,
        'assign',
        'block',
      )
    },
    assignment_expression: assignmentOf('known', /^(\+|\?\?)=$/),
    foreach_statement: node =>
      define(childByField(node, 'left'), childByField(node, 'right'), 'element', 'block'),
    catch_declaration: node => define(childByField(node, 'name'), null, 'unknown', 'block'),
    declaration_expression: node => define(childByField(node, 'name'), null, 'unknown', 'block'),
    declaration_pattern: node => {
      const holder = node.parent === null ? null : childByField(node.parent, 'expression')
      return define(childByField(node, 'name'), holder, 'assign', 'block')
    },
    method_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    local_function_statement: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    class_declaration: node => define(childByField(node, 'name'), node, 'assign', 'block'),
  },
  outerNameKinds: [],
  patternOf: (node): Pattern => ({
    is: /^(identifier|implicit_parameter)$/.test(node.type) ? 'name' : 'place',
  }),
  blockScopes: [
    'block',
    'declaration_list',
    'for_statement',
    'foreach_statement',
    'using_statement',
    'catch_clause',
    'switch_section',
  ],
  closedScopes: [],
  selfNames: ['this'],
  neutralProperties: ['Length', 'Count', 'HasValue'],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement', 'conditional_expression'],
    negatedKinds: [],
    armFields: ['consequence', 'alternative'],
    armWrappers: [],
    loopKinds: ['for_statement', 'foreach_statement', 'while_statement', 'do_statement'],
    loopFields: ['body', 'update'],
    maybeKinds: ['switch_section', 'catch_clause', 'switch_expression_arm'],
    switchKinds: ['switch_statement'],
    caseKinds: ['switch_section'],
    tryKinds: ['try_statement'],
    handlerKinds: ['catch_clause'],
    blockKinds: ['block', 'compilation_unit', 'declaration_list'],
    leaveKinds: [
      'return_statement',
      'throw_statement',
      'continue_statement',
      'break_statement',
      'yield_statement',
    ],
    returnKinds: ['return_statement'],
    assertKinds: [],
    expressionStatements: ['expression_statement'],
    leaveCalls: /^Environment[.]Exit$/,
  },
}
