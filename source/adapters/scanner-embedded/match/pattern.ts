import type { Parser } from 'web-tree-sitter'
import { calleeName } from '../tree/callee-name.js'
import type { Grammar } from '../tree/grammar.js'
import { LANGUAGE_TABLE } from '../tree/language.js'
import { parseFile } from '../tree/parse-file.js'
import { type ParsedFile, textOf } from '../tree/parsed-file.js'
import { type SyntaxNode, walkNodes } from '../tree/syntax-node.js'
import type { PatternObject, Strictness } from './rule-object.js'

/** A metavariable of a pattern. An empty name binds nothing. */
export type MetaNode = {
  readonly type: 'one' | 'any' | 'many'
  readonly name: string
}
/** A leaf: kind and, when named, text must be equal; a token's kind says its text, which is empty here. */
export type LeafNode = {
  readonly type: 'leaf'
  readonly kind: number
  readonly isNamed: boolean
  readonly text: string
}
/** An inner node: kind and children must match. */
export type InnerNode = {
  readonly type: 'inner'
  readonly kind: number
  readonly children: readonly PatternNode[]
}
export type PatternNode = MetaNode | LeafNode | InnerNode

/** A pattern ready to match in one grammar; plain data, so that the build can make it. */
export type Pattern = {
  readonly root: PatternNode
  /** Kind the matched node must have, -1 for any. */
  readonly kind: number
  /** The name that a matched call calls; null when it can be any, or when the pattern is no call. */
  readonly callee: string | null
  readonly strictness: Strictness
  /** Names bound, `$$$` in front of those that stand for a run. */
  readonly names: readonly string[]
}

/** Stands for `$` where `$` is no identifier character. */
const STAND_IN = 'µ'

/**
 * Returns a pattern compiled for a grammar, or a sentence that says why it cannot be used there; each is compiled once.
 * Patterns are code: what the parser cannot read in full is refused.
 */
export function compilePattern(
  source: string | PatternObject,
  grammar: Grammar,
  parser: Parser,
): Pattern | string {
  const key = JSON.stringify(source)
  const known = grammar.patterns.find(key)
  if (known !== null) return known
  const made = readPattern(source, grammar, parser)
  grammar.patterns.keep(key, made)
  return made
}

function readPattern(source: string | PatternObject, grammar: Grammar, parser: Parser): Pattern | string {
  const context = typeof source === 'string' ? source : source.context
  const selector = typeof source === 'string' ? undefined : source.selector
  const sign = LANGUAGE_TABLE[grammar.language].dollarIsIdentifier ? '$' : STAND_IN
  const file = parseFile(parser, grammar, 'pattern', replaceSign(context, sign))
  if (file === null) return 'the pattern takes too long to parse'
  let node: SyntaxNode | null
  if (selector === undefined) {
    if (file.root.children.length === 0) return 'the pattern is empty'
    if (!isWrapper(file.root)) return 'the pattern has more than one node'
    node = file.root
    while (isWrapper(node)) node = node.children[0] ?? node
  } else {
    const kind = grammar.kindOf(selector)
    if (kind < 0) return `${grammar.language} has no kind ${selector}`
    node = file.nodesOfKind(kind)[0] ?? null
    if (node === null) return `the context holds no ${selector}`
  }
  // A metavariable alone is no whole program in Java or C#; it stands for any node all the same.
  const isMeta = selector === undefined && readMeta(textOf(file, node), sign) !== null
  for (const inner of isMeta ? [] : walkNodes(node)) {
    if (inner.type === 'ERROR') return 'the pattern does not parse'
  }
  const root = convert(node, file, sign)
  const names: string[] = []
  collectNames(root, names)
  const strictness = (typeof source === 'string' ? undefined : source.strictness) ?? 'smart'
  return {
    root,
    kind: root.type === 'leaf' || root.type === 'inner' ? root.kind : selector === undefined ? -1 : node.kind,
    callee: strictness === 'signature' ? null : fixedCallee(node, file),
    strictness,
    names,
  }
}

function fixedCallee(node: SyntaxNode, file: ParsedFile): string | null {
  const field = LANGUAGE_TABLE[file.grammar.language].callees[node.type]
  const name = field === undefined ? '' : calleeName(node, field, file.text)
  return name === '' || /^[$µ]/u.test(name) ? null : name
}

/** Replaces `$` before an upper-case letter or `_`, and each run of three, by the stand-in. */
function replaceSign(source: string, sign: string): string {
  if (sign === '$') return source
  return source.replace(/\${3}|\$+(?=[A-Z_])/g, dollars => sign.repeat(dollars.length))
}

/** A node that only wraps its first child; some grammars end with an empty or missing second one. */
function isWrapper(node: SyntaxNode): boolean {
  if (node.children.length === 1) return true
  const second = node.children[1]
  return node.children.length === 2 && second !== undefined && (second.isMissing || second.type === '')
}

function convert(node: SyntaxNode, file: ParsedFile, sign: string): PatternNode {
  const meta = readMeta(textOf(file, node), sign)
  if (meta !== null) return meta
  if (node.children.length === 0) {
    return {
      type: 'leaf',
      kind: node.kind,
      isNamed: node.isNamed,
      text: node.isNamed ? textOf(file, node) : '',
    }
  }
  return {
    type: 'inner',
    kind: node.kind,
    children: node.children.filter(child => !child.isMissing).map(child => convert(child, file, sign)),
  }
}

function readMeta(text: string, sign: string): MetaNode | null {
  if (!text.startsWith(sign)) return null
  let signs = 1
  while (signs < 3 && text[signs] === sign) signs++
  const name = text.slice(signs)
  if (name === '' ? signs !== 3 : !/^[A-Z_][A-Z0-9_]*$/.test(name)) return null
  const types = ['one', 'one', 'any', 'many'] as const
  return { type: types[signs] ?? 'one', name: name.startsWith('_') ? '' : name }
}

function collectNames(node: PatternNode, into: string[]): void {
  if (node.type === 'inner') for (const child of node.children) collectNames(child, into)
  else if (node.type !== 'leaf' && node.name !== '') {
    into.push(node.type === 'many' ? `$$$${node.name}` : node.name)
  }
}
