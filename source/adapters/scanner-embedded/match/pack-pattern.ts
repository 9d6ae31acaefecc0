import type { Pattern, PatternNode } from './pattern.js'

/** A token is its kind, a metavariable its sign and name, a leaf kind and text, an inner node kind and children. */
type PackedNode = number | string | readonly [kind: number, inside: string | readonly PackedNode[]]

/** A sentence says why the pattern cannot be used. */
type PackedPattern =
  | string
  | readonly [PackedNode, Pattern['kind'], Pattern['callee'], Pattern['strictness'], Pattern['names']]

const SIGNS = { one: '1', any: '2', many: '3' } as const

/** Returns a pattern as the build writes it. */
export function packPattern(made: Pattern | string): string {
  const packed: PackedPattern =
    typeof made === 'string'
      ? made
      : [packNode(made.root), made.kind, made.callee, made.strictness, made.names]
  return JSON.stringify(packed)
}

/** Returns the pattern again. */
export function unpackPattern(json: string): Pattern | string {
  const packed: PackedPattern = JSON.parse(json)
  if (typeof packed === 'string') return packed
  const [root, kind, callee, strictness, names] = packed
  return { root: unpackNode(root), kind, callee, strictness, names }
}

function packNode(node: PatternNode): PackedNode {
  if (node.type === 'inner') return [node.kind, node.children.map(packNode)]
  if (node.type === 'leaf') return node.isNamed ? [node.kind, node.text] : node.kind
  return SIGNS[node.type] + node.name
}

function unpackNode(packed: PackedNode): PatternNode {
  if (typeof packed === 'number') return { type: 'leaf', kind: packed, isNamed: false, text: '' }
  if (typeof packed === 'string') {
    const type = packed.startsWith(SIGNS.one) ? 'one' : packed.startsWith(SIGNS.any) ? 'any' : 'many'
    return { type, name: packed.slice(1) }
  }
  const [kind, inside] = packed
  if (typeof inside === 'string') return { type: 'leaf', kind, isNamed: true, text: inside }
  return { type: 'inner', kind, children: inside.map(unpackNode) }
}
