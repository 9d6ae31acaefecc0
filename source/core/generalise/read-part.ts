import type { TreeNode } from '../syntax/tree.js'
import type { Part } from './keep-alone.js'

/** Pieces that cannot stand alone, with the code around them that lets them be parsed. */
const FRAMES: Readonly<Record<string, { readonly before: string; readonly after: string }>> = {
  pair: { before: '({ ', after: ' })' },
  keyword_argument: { before: 'f(', after: ')' },
}

/** Where the name of the API is: kind → the child that leads to it. */
const HEADS: Readonly<Record<string, 'first' | 'last'>> = {
  call_expression: 'first',
  call: 'first',
  new_expression: 'last',
  assignment_expression: 'first',
  augmented_assignment_expression: 'first',
  assignment: 'first',
  pair: 'first',
  keyword_argument: 'first',
  member_expression: 'last',
  attribute: 'last',
}
/** Kinds whose first part is what something is taken from. */
const RECEIVING = new Set(['member_expression', 'attribute'])
/** Lists and options that one example is enough to look into. */
const OPEN_KINDS = new Set(['arguments', 'argument_list', 'object', 'dictionary', 'pair', 'keyword_argument'])

/** Returns the texts to parse for a piece of code, the most likely reading first. */
export function framesOf(
  code: string,
  language: string,
): readonly { readonly text: string; readonly kind: string }[] {
  const isOption = /^\s*(?:['"]?[\w$]+['"]?\s*:|[\w]+\s*=(?!=))/.test(code)
  const kind = language === 'python' ? 'keyword_argument' : 'pair'
  const frame = FRAMES[kind]
  const framed = isOption && frame ? [{ text: frame.before + code + frame.after, kind }] : []
  return [...framed, { text: code, kind: '' }]
}

/** Returns the piece of code as a part that patterns can be made of; null when the text holds no such piece. */
export function readPart(root: TreeNode, text: string, kind: string): Part | null {
  const node = kind === '' ? unwrap(root) : find(root, kind)
  if (node === null || node.children.length === 0) return null
  const frame = FRAMES[kind]
  const wrap: Part['wrap'] = code =>
    frame === undefined ? code : { context: frame.before + code + frame.after, selector: kind }
  return toPart(node, text, wrap, true, true)
}

function toPart(node: TreeNode, text: string, wrap: Part['wrap'], isHead: boolean, isSpine: boolean): Part {
  const children = node.children.filter(child => child.type !== 'comment')
  const named = children.filter(child => child.isNamed)
  const where = HEADS[node.type]
  const head = where === 'first' ? named[0] : calleeOrLast(node, named)
  return {
    node,
    text: text.slice(node.start, node.end),
    children: children.map(child => {
      const leads = isHead && where !== undefined && child === head
      const isList = isSpine && OPEN_KINDS.has(child.type)
      const part = toPart(child, text, wrap, leads, leads || isList || (isSpine && isKey(node, child, named)))
      return RECEIVING.has(node.type) && child !== head ? { ...part, isReceiver: true } : part
    }),
    isHead,
    isSpine,
    isReceiver: false,
    between: (start, end) => text.slice(start, end).replace(/\s+/g, ' '),
    wrap,
  }
}

/** `new Name(args)`: the name is the named child before the arguments. */
function calleeOrLast(node: TreeNode, named: readonly TreeNode[]): TreeNode | undefined {
  return node.type === 'new_expression' ? named[0] : named.at(-1)
}

function isKey(parent: TreeNode, child: TreeNode, named: readonly TreeNode[]): boolean {
  return (parent.type === 'pair' || parent.type === 'keyword_argument') && child === named[0]
}

function unwrap(root: TreeNode): TreeNode | null {
  let at: TreeNode = root
  for (;;) {
    const inner = at.children.filter(child => child.isNamed && child.end > child.start)
    const [only] = inner
    const isWrapper = [
      'program',
      'module',
      'expression_statement',
      'parenthesized_expression',
      'await_expression',
      'await',
    ]
    if (!only || inner.length !== 1 || !isWrapper.includes(at.type))
      return isWrapper.includes(at.type) ? null : at
    at = only
  }
}

function find(node: TreeNode, kind: string): TreeNode | null {
  if (node.type === kind) return node
  for (const child of node.children) {
    const found = find(child, kind)
    if (found) return found
  }
  return null
}
