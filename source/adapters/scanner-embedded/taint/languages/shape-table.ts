import { childByField, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { type Argument, BLOCK, type Entry, type Shape } from '../shape.js'
import {
  flattenChain,
  NEUTRAL,
  operatorOf,
  passOn,
  read,
  type ShapeReader,
  stringContent,
} from './read-node.js'

/** Where a call keeps its parts, by field; a callee that is a member access brings its own receiver. */
export type CallFields = {
  readonly callee?: string
  readonly receiver?: string
  readonly method?: string
  readonly arguments?: string
  readonly block?: string
  readonly isNew?: boolean
}

/** What most grammars have, by kind. Whatever is missing here passes everything inside it on. */
export type ShapeTable = {
  readonly names: readonly string[]
  readonly literals: readonly string[]
  /** Kind of a string → kinds of its content; with one of `holes` inside it is text put together. */
  readonly strings: Readonly<Record<string, readonly string[]>>
  readonly holes: readonly string[]
  /** Kind → fields of object and property. */
  readonly members: Readonly<Record<string, readonly [object: string, property: string]>>
  /** Kinds whose first two children (or the fields) are object and index. */
  readonly indexes: Readonly<Record<string, readonly [object: string, index: string] | null>>
  readonly calls: Readonly<Record<string, CallFields>>
  /** Wrapper of an argument, and the field of its name. */
  readonly argument?: { readonly kind: string; readonly name: string }
  readonly spreads: readonly string[]
  readonly binaries: readonly string[]
  readonly concat: readonly string[]
  readonly unaries: readonly string[]
  readonly choices: readonly string[]
  readonly lists: readonly string[]
  readonly records: readonly string[]
  readonly pairs: readonly string[]
  /** Kind → field of what passes through; empty: the first named child. */
  readonly passes: Readonly<Record<string, string>>
  readonly functions: readonly string[]
  readonly neutral: readonly string[]
}

/** Returns the shape reader that a table describes; `special` reads kinds of its own and comes first. */
export function shapesOf(
  table: ShapeTable,
  special: Readonly<Record<string, ShapeReader>> = {},
): ShapeReader {
  const readers = new Map<string, ShapeReader>()
  const put = (kinds: readonly string[], reader: ShapeReader): void => {
    for (const kind of kinds) readers.set(kind, reader)
  }
  const contents = Object.values(table.strings).flat()
  put(table.neutral, () => NEUTRAL)
  put(table.functions, () => ({ is: 'function' }))
  put(table.literals, () => ({ is: 'literal', text: null }))
  put(contents, (node, text) => ({ is: 'literal', text: read(node, text) }))
  put(table.names, (node, text) => ({ is: 'name', name: read(node, text) }))
  for (const [kind, field] of Object.entries(table.passes))
    put([kind], passOn(field === '' ? undefined : field))
  if (table.argument !== undefined)
    put([table.argument.kind], node => {
      const inner = namedChildren(node).at(-1)
      return inner === undefined ? NEUTRAL : { is: 'same', inner }
    })
  for (const [kind, inside] of Object.entries(table.strings)) put([kind], stringShape(inside, table.holes))
  for (const [kind, [object, property]] of Object.entries(table.members))
    put([kind], (node, text) => {
      const holder = childByField(node, object)
      if (holder === null) return NEUTRAL
      return { is: 'member', object: holder, property: read(childByField(node, property), text) }
    })
  for (const [kind, fields] of Object.entries(table.indexes)) put([kind], indexShape(fields))
  for (const [kind, fields] of Object.entries(table.calls)) put([kind], callShape(table, fields))
  put(table.spreads, node => {
    const inner = namedChildren(node)[0]
    return inner === undefined ? NEUTRAL : { is: 'spread', inner }
  })
  put(table.binaries, binaryShape(table))
  put(table.unaries, (node, text) => {
    const inner = namedChildren(node).at(-1)
    return text[node.start] === '!' && inner !== undefined ? { is: 'not', inner } : NEUTRAL
  })
  put(table.choices, node => {
    const condition = childByField(node, 'condition')
    const whenTrue = childByField(node, 'consequence') ?? childByField(node, 'body')
    const whenFalse = childByField(node, 'alternative')
    if (condition === null) return NEUTRAL
    if (whenTrue !== null) return { is: 'choice', condition, whenTrue, whenFalse }
    return { is: 'either', options: whenFalse === null ? [condition] : [condition, whenFalse] }
  })
  put(table.lists, node => ({ is: 'list', items: namedChildren(node) }))
  put(table.records, (node, text) => recordShape(table, node, text))
  return (node, text) => {
    const reader = special[node.type] ?? readers.get(node.type)
    if (reader !== undefined) return reader(node, text)
    return node.children.length === 0 ? NEUTRAL : { is: 'parts', nodes: namedChildren(node) }
  }
}

function stringShape(inside: readonly string[], holes: readonly string[]): ShapeReader {
  return (node, text) => {
    const parts = namedChildren(node).filter(part => !/_(start|end|brace|quote)$/.test(part.type))
    const hasHole = parts.some(
      part => holes.includes(part.type) || !/string|content|fragment|escape|start|end/.test(part.type),
    )
    if (!hasHole) return { is: 'literal', text: stringContent(node, text, inside) }
    return { is: 'text', parts }
  }
}

function indexShape(fields: readonly [string, string] | null): ShapeReader {
  return node => {
    const children = namedChildren(node)
    const object = fields === null ? (children[0] ?? null) : childByField(node, fields[0])
    const index = fields === null ? (children[1] ?? null) : childByField(node, fields[1])
    return object === null ? NEUTRAL : { is: 'index', object, index }
  }
}

function callShape(table: ShapeTable, fields: CallFields): ShapeReader {
  return (node, text) => {
    const callee = childByField(node, fields.callee ?? fields.method ?? '')
    const own = callee === null ? undefined : table.members[callee.type]
    const receiver =
      own !== undefined && callee !== null
        ? childByField(callee, own[0])
        : childByField(node, fields.receiver ?? '')
    const last = own !== undefined && callee !== null ? childByField(callee, own[1]) : callee
    const list =
      childByField(node, fields.arguments ?? 'arguments') ??
      node.children.find(child => /^arguments$|^argument_list$/.test(child.type))
    const args = list ? namedChildren(list).map(item => argumentOf(table, item, text)) : []
    const block = fields.block === undefined ? null : childByField(node, fields.block)
    // A block is no argument by place, but it is what the call hands values to.
    if (block !== null) args.unshift({ node: block, name: BLOCK, isSpread: false })
    const method = last !== null && last.type !== 'scope_resolution' ? read(last, text).slice(0, 80) : ''
    // Grammars that keep receiver and name apart have no node for both.
    const whole = own === undefined && receiver !== null ? null : callee
    return { is: 'call', callee: whole, receiver, method, args, isNew: fields.isNew ?? false }
  }
}

function argumentOf(table: ShapeTable, item: SyntaxNode, text: string): Argument {
  const { argument } = table
  const label =
    argument !== undefined && item.type === argument.kind ? childByField(item, argument.name) : null
  const isWrapped = argument !== undefined && item.type === argument.kind
  const inner = isWrapped ? (namedChildren(item).findLast(child => child !== label) ?? item) : item
  const isSpread = table.spreads.includes(inner.type)
  const node = isSpread ? (namedChildren(inner)[0] ?? inner) : inner
  return { node, name: label === null ? null : read(label, text), isSpread }
}

function binaryShape(table: ShapeTable): ShapeReader {
  return (node, text) => {
    const left = childByField(node, 'left')
    const right = childByField(node, 'right')
    if (left === null || right === null) return NEUTRAL
    const operator = operatorOf(node, text)
    if (table.concat.includes(operator))
      return { is: 'text', parts: flattenChain(node, node.type, link => operatorOf(link, text) === operator) }
    if (operator === '&&' || operator === 'and')
      return { is: 'choice', condition: left, whenTrue: right, whenFalse: null }
    if (/^(\|\||\?\?|or)$/.test(operator)) return { is: 'either', options: [left, right] }
    return { is: 'operation', operator, left, right }
  }
}

function recordShape(table: ShapeTable, node: SyntaxNode, text: string): Shape {
  const entries = namedChildren(node).map((item): Entry => {
    const children = namedChildren(item)
    const isPair = table.pairs.includes(item.type) && children.length > 1
    const value = childByField(item, 'value') ?? (isPair ? children.at(-1) : undefined) ?? item
    const key = isPair ? (childByField(item, 'key') ?? children[0]) : undefined
    const name = key === undefined ? null : read(key, text).replace(/^[:'"]|['":]$/g, '')
    return {
      key: name,
      value: value === item && children[0] !== undefined ? children[0] : value,
      isSpread: false,
    }
  })
  return { is: 'record', entries }
}
