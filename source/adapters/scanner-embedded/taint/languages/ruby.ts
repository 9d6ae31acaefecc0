import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { assignmentOf, define, functionsOf } from './function-table.js'
import type { LanguageModel, Pattern } from './language-model.js'
import { read } from './read-node.js'
import { shapesOf } from './shape-table.js'

const functionParts = functionsOf({
  isHoisted: kind => kind === 'method' || kind === 'singleton_method',
  notParameters: ['comment', 'block_parameter'],
  expressionBodies: [],
  blocks: [],
})

const CALL = { receiver: 'receiver', method: 'method', block: 'block' }

const shapes = shapesOf({
  names: [
    'identifier',
    'constant',
    'instance_variable',
    'class_variable',
    'global_variable',
    'self',
    'super',
  ],
  literals: ['integer', 'float', 'true', 'false', 'nil', 'simple_symbol', 'hash_key_symbol', 'bare_symbol'],
  strings: {
    string: ['string_content', 'escape_sequence'],
    subshell: ['string_content'],
    heredoc_body: ['heredoc_content'],
    bare_string: ['string_content'],
    delimited_symbol: ['string_content'],
  },
  holes: ['interpolation'],
  members: {},
  indexes: { element_reference: null },
  calls: { call: CALL },
  spreads: ['splat_argument', 'hash_splat_argument'],
  binaries: ['binary'],
  concat: ['+', '<<'],
  unaries: ['unary'],
  choices: ['conditional', 'if', 'unless', 'elsif', 'if_modifier', 'unless_modifier'],
  lists: ['array', 'string_array', 'right_assignment_list', 'argument_list'],
  records: ['hash'],
  pairs: ['pair'],
  passes: {
    interpolation: '',
    parenthesized_statements: '',
    assignment: 'right',
    operator_assignment: 'right',
    pair: 'value',
  },
  functions: ['lambda', 'block', 'do_block', 'method'],
  neutral: ['regex', 'range', 'defined'],
})

/** Ruby. A call without arguments reads like a member; a block is what a call hands its values to. */
export const RUBY_MODEL: LanguageModel = {
  shapeOf: (node, text) => {
    if (
      node.type !== 'call' ||
      childByField(node, 'arguments') !== null ||
      childByField(node, 'block') !== null
    )
      return shapes(node, text)
    const object = childByField(node, 'receiver')
    if (object === null) return shapes(node, text)
    return { is: 'member', object, property: read(childByField(node, 'method'), text) }
  },
  functionKinds: {
    method: functionParts,
    singleton_method: functionParts,
    lambda: functionParts,
    block: functionParts,
    do_block: functionParts,
  },
  classKinds: ['class', 'module'],
  definitionKinds: {
    assignment: assignmentOf('function', /^$/),
    operator_assignment: assignmentOf('function', /^(\+|<<|\|\||&&)=$/),
    binary: (node, text) =>
      read(childByField(node, 'operator'), text) === '<<'
        ? define(childByField(node, 'left'), childByField(node, 'right'), 'augment', 'known')
        : [],
    for: node => {
      const collection = childByField(node, 'value')
      const inner = collection === null ? null : (namedChildren(collection)[0] ?? null)
      return define(childByField(node, 'pattern'), inner, 'element', 'function')
    },
    method: node => define(childByField(node, 'name'), node, 'assign', 'block'),
    exception_variable: node => define(namedChildren(node)[0], null, 'unknown', 'function'),
  },
  outerNameKinds: [],
  patternOf,
  blockScopes: ['class', 'module'],
  closedScopes: [],
  selfNames: [],
  neutralProperties: [
    ...[
      'to_i',
      'to_f',
      'length',
      'size',
      'count',
      'nil?',
      'empty?',
      'present?',
      'blank?',
      'any?',
      'hash',
      'to_sym',
    ],
  ],
  hasClientImports: false,
  isEveryNameExported: true,
  returnsLast: true,
  fieldPrefix: '@',
  control: {
    ifKinds: ['if', 'unless', 'elsif', 'if_modifier', 'unless_modifier', 'conditional'],
    negatedKinds: ['unless', 'unless_modifier'],
    armFields: ['consequence', 'body', 'alternative'],
    armWrappers: ['else', 'then'],
    loopKinds: ['for', 'while', 'until', 'while_modifier', 'until_modifier'],
    loopFields: ['body'],
    maybeKinds: ['when', 'rescue'],
    switchKinds: ['case'],
    caseKinds: ['when'],
    tryKinds: ['begin'],
    handlerKinds: ['rescue'],
    blockKinds: ['body_statement', 'block_body', 'then', 'do', 'program', 'begin'],
    leaveKinds: ['return', 'next', 'break', 'redo'],
    returnKinds: ['return'],
    assertKinds: [],
    expressionStatements: ['call'],
    leaveCalls: /^(raise|exit|abort|halt|fail|throw|not_found)\b/,
  },
}

function patternOf(node: SyntaxNode): Pattern {
  const { type } = node
  if (/^(identifier|constant|instance_variable|class_variable|global_variable)$/.test(type))
    return { is: 'name' }
  if (type !== 'left_assignment_list' && type !== 'destructured_parameter') return { is: 'place' }
  const parts = namedChildren(node).map((child, place) => ({ node: child, key: String(place) }))
  return { is: 'parts', parts }
}
