import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { assignmentOf, define, functionsOf } from './function-table.js'
import type { LanguageModel, Pattern, RawDefinition } from './language-model.js'
import { read } from './read-node.js'
import { shapesOf } from './shape-table.js'

const functionParts = functionsOf({
  isHoisted: kind => kind === 'function_definition' || kind === 'method_declaration',
  notParameters: ['comment'],
  expressionBodies: 'all-but-blocks',
  blocks: ['compound_statement'],
})

/** PHP. */
export const PHP_MODEL: LanguageModel = {
  shapeOf: shapesOf(
    {
      names: ['variable_name', 'name', 'qualified_name', 'relative_scope'],
      literals: ['integer', 'float', 'boolean', 'null'],
      strings: {
        string: ['string_content', 'escape_sequence'],
        encapsed_string: ['string_content', 'escape_sequence'],
        heredoc_body: ['string_content', 'escape_sequence'],
        nowdoc_body: ['nowdoc_string'],
        shell_command_expression: ['string_content'],
      },
      holes: ['variable_name', 'member_access_expression', 'subscript_expression'],
      members: {
        member_access_expression: ['object', 'name'],
        nullsafe_member_access_expression: ['object', 'name'],
        scoped_property_access_expression: ['scope', 'name'],
      },
      indexes: { subscript_expression: null },
      calls: {
        function_call_expression: { callee: 'function' },
        member_call_expression: { receiver: 'object', method: 'name' },
        nullsafe_member_call_expression: { receiver: 'object', method: 'name' },
        scoped_call_expression: { receiver: 'scope', method: 'name' },
      },
      argument: { kind: 'argument', name: 'name' },
      spreads: ['variadic_unpacking'],
      binaries: ['binary_expression'],
      concat: ['.'],
      unaries: ['unary_op_expression'],
      choices: ['conditional_expression'],
      lists: [],
      records: ['array_creation_expression'],
      pairs: ['array_element_initializer'],
      passes: {
        parenthesized_expression: '',
        heredoc: 'value',
        nowdoc: 'value',
        assignment_expression: 'right',
        reference_assignment_expression: 'right',
        array_element_initializer: '',
        match_conditional_expression: 'return_expression',
        match_default_expression: 'return_expression',
        match_expression: 'body',
        error_suppression_expression: '',
        print_intrinsic: '',
      },
      functions: ['arrow_function', 'anonymous_function'],
      neutral: ['class_constant_access_expression', 'update_expression'],
    },
    {
      cast_expression: (node, text) => {
        const value = childByField(node, 'value')
        const isNumber = /^(int|integer|float|double|real|bool|boolean)$/.test(
          read(childByField(node, 'type'), text),
        )
        return value === null || isNumber ? { is: 'neutral' } : { is: 'same', inner: value }
      },
      object_creation_expression: node => {
        const [type, list] = namedChildren(node)
        const args = list?.type === 'arguments' ? namedChildren(list) : []
        return {
          is: 'call',
          callee: type ?? null,
          receiver: null,
          method: '',
          args: args.map(item => ({ node: namedChildren(item).at(-1) ?? item, name: null, isSpread: false })),
          isNew: true,
        }
      },
    },
  ),
  functionKinds: {
    function_definition: functionParts,
    method_declaration: functionParts,
    arrow_function: functionParts,
    anonymous_function: functionParts,
  },
  classKinds: ['class_declaration'],
  definitionKinds: {
    assignment_expression: assignmentOf('function', /^$/),
    reference_assignment_expression: assignmentOf('function', /^$/),
    augmented_assignment_expression: assignmentOf('known', /^([.]|\?\?|\|)=$/),
    foreach_statement: foreach,
    const_element: node => define(namedChildren(node)[0], namedChildren(node)[1], 'assign', 'function'),
    catch_clause: node => define(childByField(node, 'name'), null, 'unknown', 'function'),
    function_definition: node => define(childByField(node, 'name'), node, 'assign', 'function'),
    class_declaration: node => define(childByField(node, 'name'), node, 'assign', 'function'),
  },
  outerNameKinds: ['global_declaration'],
  patternOf,
  blockScopes: [],
  closedScopes: [],
  selfNames: ['$this'],
  // Of an upload: where the server put it, and what it measured.
  neutralProperties: ['tmp_name', 'size', 'error'],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: false,
  fieldPrefix: '',
  control: {
    ifKinds: ['if_statement', 'else_if_clause', 'conditional_expression'],
    negatedKinds: [],
    armFields: ['body', 'alternative'],
    armWrappers: ['else_clause'],
    loopKinds: ['for_statement', 'foreach_statement', 'while_statement', 'do_statement'],
    loopFields: ['body', 'update'],
    maybeKinds: ['case_statement', 'default_statement', 'catch_clause', 'match_conditional_expression'],
    switchKinds: ['switch_statement'],
    caseKinds: ['case_statement', 'default_statement'],
    tryKinds: ['try_statement'],
    handlerKinds: ['catch_clause'],
    blockKinds: ['compound_statement', 'colon_block', 'program'],
    leaveKinds: [
      'return_statement',
      'throw_expression',
      'exit_statement',
      'continue_statement',
      'break_statement',
    ],
    returnKinds: ['return_statement'],
    assertKinds: [],
    expressionStatements: ['expression_statement'],
    // Functions named after the answer they give end the request, in the plain PHP applications that have them.
    leaveCalls:
      /^(die|exit|abort|abort_if|wp_die|dd|(send|show|throw|return)?_?\w*(BadRequest|NotFound|Forbidden|Unauthorized|bad_request|not_found|forbidden|access_denied|unauthorized)\w*)$/,
  },
}

/** `foreach ($xs as $k => $v)` has no fields: the children stand in this order. */
function foreach(node: SyntaxNode): readonly RawDefinition[] {
  const [collection, target] = namedChildren(node)
  if (target === undefined) return []
  if (target.type !== 'pair') return define(target, collection, 'element', 'function')
  const [key, value] = namedChildren(target)
  return [...define(key, collection, 'key', 'function'), ...define(value, collection, 'element', 'function')]
}

function patternOf(node: SyntaxNode, text: string): Pattern {
  if (node.type === 'variable_name' || node.type === 'name') return { is: 'name' }
  if (node.type === 'by_ref') {
    const inner = namedChildren(node)[0]
    if (inner !== undefined) return { is: 'wrapped', inner, fallback: null }
  }
  if (node.type !== 'list_literal') return { is: 'place' }
  const parts: { node: SyntaxNode; key: string }[] = []
  let key: string | null = null
  for (const child of namedChildren(node)) {
    if (child.type === 'string') key = read(child, text).slice(1, -1)
    else {
      parts.push({ node: child, key: key ?? String(parts.length) })
      key = null
    }
  }
  return { is: 'parts', parts }
}
