import type { TextRange, TreeNode } from '../syntax/tree.js'

/** Kinds of nodes that define something under a name of their own, in the grammars of JavaScript, TypeScript and Python. */
const NAMED = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_definition',
  'method_definition',
  'variable_declarator',
  'public_field_definition',
  'field_definition',
  'pair',
  'class_declaration',
  'class_definition',
])
const NAME = /^(?:identifier|property_identifier|private_property_identifier|type_identifier)$/
const VALUE = /function|arrow|call|await|class|lambda/
/** Deeper code was not written by hand. */
const MAX_DEPTH = 400

/**
 * Returns where a function stands in a text, from its name (`query`, `Db.query` for a member of a class or object), or
 * null when the text defines none or several of that name: then nobody could say which one is meant.
 */
export function findFunction(root: TreeNode, text: string, name: string): TextRange | null {
  let places: readonly TreeNode[] = [root]
  for (const part of name.split('.')) {
    const found = places.flatMap(place => definitionsOf(place, text, part))
    // A method is looked for in its class alone; a nested helper of the same name is not the one that files import.
    places = shallowest(found)
  }
  const [one] = places
  return one && places.length === 1 && one !== root ? { start: one.start, end: one.end } : null
}

type Placed = { readonly node: TreeNode; readonly depth: number }

function definitionsOf(within: TreeNode, text: string, name: string): readonly Placed[] {
  const found: Placed[] = []
  const stack: Placed[] = within.children.map(node => ({ node, depth: 0 }))
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { node, depth } = at
    if (defines(node, text, name)) found.push(at)
    const isFunction = /function|method|arrow|lambda/.test(node.type)
    if (depth < MAX_DEPTH)
      for (const child of node.children) stack.push({ node: child, depth: depth + (isFunction ? 1 : 0) })
  }
  return found
}

function defines(node: TreeNode, text: string, name: string): boolean {
  if (node.type === 'assignment_expression' || node.type === 'assignment') {
    const [left, , right] = node.children
    if (!left || !right || !VALUE.test(right.type)) return false
    const target = text.slice(left.start, left.end)
    return target === name || target.endsWith(`.${name}`)
  }
  if (!NAMED.has(node.type)) return false
  const label = node.children.find(child => NAME.test(child.type))
  if (!label || text.slice(label.start, label.end) !== name) return false
  const isValue = /declarator|field|pair/.test(node.type)
  return !isValue || node.children.some(child => child !== label && VALUE.test(child.type))
}

/** Those with the fewest functions around them. */
function shallowest(found: readonly Placed[]): readonly TreeNode[] {
  const depth = Math.min(...found.map(one => one.depth))
  return found.filter(one => one.depth === depth).map(one => one.node)
}

/**
 * Returns the code in a range as one line of its words: blanks, line ends and comments do not count, every character of
 * a string does. Two texts that are equal here do the same.
 */
export function wordsOfCode(root: TreeNode, text: string, { start, end }: TextRange): string {
  const words: string[] = []
  const stack: TreeNode[] = [root]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.end <= start || at.start >= end || at.type.includes('comment')) continue
    const isInside = at.start >= start && at.end <= end
    if (isInside && (at.children.length === 0 || /string|regex/.test(at.type)))
      words.push(text.slice(at.start, at.end))
    else
      for (let index = at.children.length - 1; index >= 0; index--) {
        const child = at.children[index]
        if (child) stack.push(child)
      }
  }
  return words.filter(word => word !== '').join(' ')
}
