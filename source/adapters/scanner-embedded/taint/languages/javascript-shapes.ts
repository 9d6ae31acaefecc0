import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import type { Argument, Entry, Shape } from '../shape.js'
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

const STRING_PARTS = ['string_fragment', 'escape_sequence', 'html_character_reference']

/** Returns what a JavaScript, TypeScript or TSX expression does with values. */
export function javascriptShape(node: SyntaxNode, text: string): Shape {
  const reader = READERS[node.type]
  if (reader !== undefined) return reader(node, text)
  return node.children.length === 0 ? NEUTRAL : { is: 'parts', nodes: namedChildren(node) }
}

const nameShape: ShapeReader = (node, text) => ({ is: 'name', name: read(node, text) })
const literal: ShapeReader = () => ({ is: 'literal', text: null })
const functionShape: ShapeReader = () => ({ is: 'function' })
const neutral: ShapeReader = () => NEUTRAL

const READERS: Readonly<Record<string, ShapeReader>> = {
  identifier: nameShape,
  shorthand_property_identifier: nameShape,
  this: nameShape,
  super: nameShape,
  undefined: literal,
  number: literal,
  true: literal,
  false: literal,
  null: literal,
  regex: literal,
  string_fragment: (node, text) => ({ is: 'literal', text: read(node, text) }),
  escape_sequence: (node, text) => ({ is: 'literal', text: read(node, text) }),
  string: (node, text) => ({ is: 'literal', text: stringContent(node, text, STRING_PARTS) }),
  template_string: node => ({ is: 'text', parts: namedChildren(node) }),
  template_substitution: passOn(),
  parenthesized_expression: passOn(),
  await_expression: passOn(),
  yield_expression: passOn(),
  as_expression: passOn(),
  satisfies_expression: passOn(),
  non_null_expression: passOn(),
  type_assertion: node => {
    const inner = namedChildren(node).at(-1)
    return inner === undefined ? NEUTRAL : { is: 'same', inner }
  },
  sequence_expression: node => {
    const inner = namedChildren(node).at(-1)
    return inner === undefined ? NEUTRAL : { is: 'same', inner }
  },
  assignment_expression: passOn('right'),
  augmented_assignment_expression: node => ({
    is: 'either',
    options: node.children.filter(child => child.field === 'left' || child.field === 'right'),
  }),
  member_expression: (node, text) =>
    memberShape(childByField(node, 'object'), read(childByField(node, 'property'), text)),
  subscript_expression: node => {
    const object = childByField(node, 'object')
    return object === null ? NEUTRAL : { is: 'index', object, index: childByField(node, 'index') }
  },
  call_expression: (node, text) => callShape(node, childByField(node, 'function'), text, false),
  new_expression: (node, text) => callShape(node, childByField(node, 'constructor'), text, true),
  binary_expression: binaryShape,
  unary_expression: (node, text) => {
    const inner = childByField(node, 'argument')
    const operator = operatorOf(node, text)
    if (inner === null) return NEUTRAL
    if (operator === '!') return { is: 'not', inner }
    return operator === 'typeof' ? { is: 'typeof', inner } : NEUTRAL
  },
  update_expression: neutral,
  ternary_expression: node => {
    const condition = childByField(node, 'condition')
    const whenTrue = childByField(node, 'consequence')
    if (condition === null || whenTrue === null) return NEUTRAL
    return { is: 'choice', condition, whenTrue, whenFalse: childByField(node, 'alternative') }
  },
  array: listShape,
  arguments: listShape,
  object: (node, text) => ({
    is: 'record',
    entries: namedChildren(node).flatMap(item => entryOf(item, text)),
  }),
  spread_element: node => {
    const inner = namedChildren(node)[0]
    return inner === undefined ? NEUTRAL : { is: 'spread', inner }
  },
  arrow_function: functionShape,
  function_expression: functionShape,
  function_declaration: functionShape,
  generator_function: functionShape,
  class: functionShape,
  class_declaration: functionShape,
  abstract_class_declaration: functionShape,
  jsx_element: neutral,
  jsx_self_closing_element: neutral,
}

function callShape(node: SyntaxNode, callee: SyntaxNode | null, text: string, isNew: boolean): Shape {
  const list = childByField(node, 'arguments')
  const args = list === null ? [] : namedChildren(list).map(argumentOf)
  const target = unwrap(callee)
  const isMember = target?.type === 'member_expression' || target?.type === 'subscript_expression'
  const receiver = isMember && !isNew && target !== null ? childByField(target, 'object') : null
  const last = target !== null && isMember ? childByField(target, 'property') : target
  const method = last !== null && last.children.length === 0 ? read(last, text) : ''
  return { is: 'call', callee: target, receiver, method, args, isNew }
}

/** `(0, a.b)(x)` and `a.b!(x)` call `a.b`. */
function unwrap(callee: SyntaxNode | null): SyntaxNode | null {
  let at = callee
  while (at !== null && (at.type === 'parenthesized_expression' || at.type === 'non_null_expression'))
    at = namedChildren(at).at(-1) ?? null
  return at
}

function argumentOf(node: SyntaxNode): Argument {
  const isSpread = node.type === 'spread_element'
  return { node: isSpread ? (namedChildren(node)[0] ?? node) : node, name: null, isSpread }
}

function binaryShape(node: SyntaxNode, text: string): Shape {
  const left = childByField(node, 'left')
  const right = childByField(node, 'right')
  if (left === null || right === null) return NEUTRAL
  const operator = operatorOf(node, text)
  if (operator === '+')
    return { is: 'text', parts: flattenChain(node, node.type, link => operatorOf(link, text) === '+') }
  if (operator === '&&') return { is: 'choice', condition: left, whenTrue: right, whenFalse: null }
  if (operator === '||' || operator === '??') return { is: 'either', options: [left, right] }
  return { is: 'operation', operator, left, right }
}

function entryOf(item: SyntaxNode, text: string): readonly Entry[] {
  if (item.type === 'pair') {
    const key = childByField(item, 'key')
    const value = childByField(item, 'value')
    return value === null ? [] : [{ key: keyText(key, text), value, isSpread: false }]
  }
  if (item.type === 'shorthand_property_identifier')
    return [{ key: read(item, text), value: item, isSpread: false }]
  if (item.type === 'spread_element')
    return namedChildren(item).map(value => ({ key: null, value, isSpread: true }))
  if (item.type === 'method_definition')
    return [{ key: read(childByField(item, 'name'), text), value: item, isSpread: false }]
  return []
}

/** Returns the name of a property key, or null when it is computed. */
export function keyText(key: SyntaxNode | null, text: string): string | null {
  if (key === null || key.type === 'computed_property_name') return null
  return key.type === 'string' ? stringContent(key, text, STRING_PARTS) : read(key, text)
}
