import { childByField, childrenByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { type Argument, type Entry, RECORD_SPREAD, type Shape } from '../shape.js'
import {
  flattenChain,
  listShape,
  memberShape,
  NEUTRAL,
  operatorOf,
  passOn,
  read,
  type ShapeReader,
  stringContent,
} from './read-node.js'

/** Returns what a Python expression does with values. */
export function pythonShape(node: SyntaxNode, text: string): Shape {
  const reader = READERS[node.type]
  if (reader !== undefined) return reader(node, text)
  return node.children.length === 0 ? NEUTRAL : { is: 'parts', nodes: namedChildren(node) }
}

const literal: ShapeReader = () => ({ is: 'literal', text: null })

const READERS: Readonly<Record<string, ShapeReader>> = {
  identifier: (node, text) => ({ is: 'name', name: read(node, text) }),
  integer: literal,
  float: literal,
  true: literal,
  false: literal,
  none: literal,
  ellipsis: literal,
  string_content: (node, text) => ({ is: 'literal', text: read(node, text) }),
  string: (node, text) => {
    const hasValues = node.children.some(child => child.type === 'interpolation')
    if (!hasValues) return { is: 'literal', text: stringContent(node, text, ['string_content']) }
    const parts = namedChildren(node).filter(
      child => child.type === 'interpolation' || child.type === 'string_content',
    )
    return { is: 'text', parts }
  },
  concatenated_string: node => ({ is: 'text', parts: namedChildren(node) }),
  interpolation: passOn('expression'),
  parenthesized_expression: passOn(),
  await: passOn(),
  yield: passOn(),
  named_expression: passOn('value'),
  assignment: passOn('right'),
  type: passOn(),
  attribute: (node, text) =>
    memberShape(childByField(node, 'object'), read(childByField(node, 'attribute'), text)),
  subscript: node => {
    const object = childByField(node, 'value')
    if (object === null) return NEUTRAL
    const index = childByField(node, 'subscript')
    return { is: 'index', object, index: index?.type === 'slice' ? null : index }
  },
  call: callShape,
  binary_operator: binaryShape,
  unary_operator: () => NEUTRAL,
  boolean_operator: (node, text) => {
    const left = childByField(node, 'left')
    const right = childByField(node, 'right')
    if (left === null || right === null) return NEUTRAL
    if (operatorOf(node, text) === 'and')
      return { is: 'choice', condition: left, whenTrue: right, whenFalse: null }
    return { is: 'either', options: [left, right] }
  },
  not_operator: node => {
    const inner = childByField(node, 'argument')
    return inner === null ? NEUTRAL : { is: 'not', inner }
  },
  comparison_operator: (node, text) => {
    const [left, right] = namedChildren(node)
    if (left === undefined || right === undefined) return NEUTRAL
    return { is: 'operation', operator: operatorOf(node, text, 'operators'), left, right }
  },
  conditional_expression: node => {
    const [whenTrue, condition, whenFalse] = namedChildren(node)
    if (whenTrue === undefined || condition === undefined) return NEUTRAL
    return { is: 'choice', condition, whenTrue, whenFalse: whenFalse ?? null }
  },
  list: listShape,
  tuple: listShape,
  set: listShape,
  expression_list: listShape,
  pattern_list: listShape,
  argument_list: listShape,
  dictionary: (node, text) => ({
    is: 'record',
    entries: namedChildren(node).flatMap(item => entryOf(item, text)),
  }),
  pair: passOn('value'),
  list_comprehension: passOn('body'),
  set_comprehension: passOn('body'),
  generator_expression: passOn('body'),
  dictionary_comprehension: passOn('body'),
  list_splat: spread,
  dictionary_splat: spread,
  keyword_argument: passOn('value'),
  lambda: () => ({ is: 'function' }),
  function_definition: () => ({ is: 'function' }),
  class_definition: () => ({ is: 'function' }),
}

function spread(node: SyntaxNode): Shape {
  const inner = namedChildren(node)[0]
  return inner === undefined ? NEUTRAL : { is: 'spread', inner }
}

function callShape(node: SyntaxNode, text: string): Shape {
  const callee = childByField(node, 'function')
  const list = childByField(node, 'arguments')
  // A lone generator stands in place of the argument list: f(x for x in y).
  const items = list === null ? [] : list.type === 'argument_list' ? namedChildren(list) : [list]
  const isMember = callee?.type === 'attribute'
  const receiver = callee !== null && isMember ? childByField(callee, 'object') : null
  const last = callee !== null && isMember ? childByField(callee, 'attribute') : callee
  return {
    is: 'call',
    callee,
    receiver,
    method: last?.type === 'identifier' ? read(last, text) : '',
    args: items.map(item => argumentOf(item, text)),
    isNew: false,
  }
}

function argumentOf(item: SyntaxNode, text: string): Argument {
  const isRecord = item.type === 'dictionary_splat'
  const isSpread = isRecord || item.type === 'list_splat'
  const keyword = item.type === 'keyword_argument' ? read(childByField(item, 'name'), text) : null
  const name = isRecord ? RECORD_SPREAD : keyword
  const inner = keyword !== null ? childByField(item, 'value') : isSpread ? namedChildren(item)[0] : item
  return { node: inner ?? item, name, isSpread }
}

/** Operators whose result can hold text of an operand: `/` joins paths, `|` merges dictionaries, `*` repeats. */
const PASSING = ['/', '|', '*']

function binaryShape(node: SyntaxNode, text: string): Shape {
  const left = childByField(node, 'left')
  const right = childByField(node, 'right')
  if (left === null || right === null) return NEUTRAL
  const operator = operatorOf(node, text)
  if (operator === '+')
    return { is: 'text', parts: flattenChain(node, node.type, link => operatorOf(link, text) === '+') }
  // A number on the left cannot be a text to fill in.
  if (operator === '%' && left.type !== 'integer') return { is: 'text', parts: childrenByFields(node) }
  return PASSING.includes(operator)
    ? { is: 'either', options: [left, right] }
    : { is: 'operation', operator, left, right }
}

function childrenByFields(node: SyntaxNode): readonly SyntaxNode[] {
  return [...childrenByField(node, 'left'), ...childrenByField(node, 'right')]
}

function entryOf(item: SyntaxNode, text: string): readonly Entry[] {
  if (item.type === 'dictionary_splat')
    return namedChildren(item).map(value => ({ key: null, value, isSpread: true }))
  const key = childByField(item, 'key')
  const value = childByField(item, 'value')
  if (item.type !== 'pair' || value === null) return []
  const name = key?.type === 'string' ? stringContent(key, text, ['string_content']) : null
  return [{ key: name, value, isSpread: false }]
}
