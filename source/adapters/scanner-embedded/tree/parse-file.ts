import type { Parser, Tree } from 'web-tree-sitter'
import { calleeName } from './callee-name.js'
import { codeOfPage } from './code-in-page.js'
import type { Grammar } from './grammar.js'
import { LANGUAGE_TABLE } from './language.js'
import { createLineIndex } from './line-index.js'
import type { ParsedFile } from './parsed-file.js'
import { openCursor, withParser } from './runtime.js'
import type { SyntaxNode } from './syntax-node.js'
import { COST, type Spend, spendFreely } from './work.js'

const NO_CHILDREN: readonly SyntaxNode[] = []
const NO_NODES: readonly SyntaxNode[] = []

/** Nodes copied between two looks at the budget. */
const BATCH = 8192

/**
 * Returns the parsed file, or null when the budget was used up before the end or the parser broke down (it is ready for the
 * next file then).
 * Of a page only its scripts are parsed. Broken code still gives a tree: `parseErrors` counts what could not be read.
 */
export function parseFile(
  parser: Parser,
  grammar: Grammar,
  path: string,
  text: string,
  spend: Spend = spendFreely,
): ParsedFile | null {
  const page = codeOfPage(path, text)
  const code = page?.text ?? text
  return withParser(() => {
    parser.setLanguage(grammar.wasm)
    const tree = parser.parse(code, null, { progressCallback: () => spend(COST.parserTurn) })
    if (tree === null) return null
    try {
      const copied = copyTree(tree, grammar, path, code, spend)
      return copied && { ...copied, codeRanges: page?.ranges ?? null }
    } finally {
      tree.delete()
    }
  })
}

/** Walks the parser's tree once with a cursor (which is its own stack) into light nodes. */
function copyTree(
  tree: Tree,
  grammar: Grammar,
  path: string,
  text: string,
  spend: Spend,
): Omit<ParsedFile, 'codeRanges'> | null {
  const byKind: SyntaxNode[][] = []
  const cursor = openCursor(tree)
  let count = 0
  let errors = 0
  let depth = 0

  const read = (parent: SyntaxNode | null, index: number): SyntaxNode => {
    const info = grammar.kindInfo(cursor.typeId())
    const start = cursor.start()
    const end = cursor.end()
    const isMissing = start === end && cursor.isMissing()
    const node: SyntaxNode = {
      id: count,
      lastId: count,
      kind: info.kind,
      type: info.name,
      isNamed: info.isNamed,
      isMissing,
      start,
      end,
      field: grammar.fieldName(cursor.fieldId()),
      parent,
      index,
      children: NO_CHILDREN,
    }
    count++
    if (isMissing || info.name === 'ERROR') errors++
    if (info.isNamed) {
      const list = byKind[info.kind]
      if (list === undefined) byKind[info.kind] = [node]
      else list.push(node)
    }
    return node
  }

  try {
    const root = read(null, 0)
    let node = root
    /** Children of the node that is open at each level. */
    const open: SyntaxNode[][] = []
    for (;;) {
      if (count % BATCH === 0 && spend(BATCH * COST.node)) return null
      if (cursor.gotoFirstChild()) {
        const siblings: SyntaxNode[] = []
        node.children = siblings
        open.push(siblings)
        if (open.length > depth) depth = open.length
        node = read(node, 0)
        siblings.push(node)
        continue
      }
      let done = false
      while (!cursor.gotoNextSibling()) {
        node.lastId = count - 1
        if (!cursor.gotoParent() || node.parent === null) {
          done = true
          break
        }
        node = node.parent
        open.pop()
      }
      if (done) break
      node.lastId = count - 1
      const siblings = open[open.length - 1] ?? []
      node = read(node.parent, siblings.length)
      siblings.push(node)
    }
    return {
      path,
      text,
      grammar,
      root,
      nodesOfKind: kind => byKind[kind] ?? NO_NODES,
      callsByName: indexCalls(grammar, byKind, text),
      size: count,
      depth,
      parseErrors: errors,
      positionOf: createLineIndex(text),
    }
  } finally {
    cursor.close()
  }
}

function indexCalls(
  grammar: Grammar,
  byKind: readonly (readonly SyntaxNode[] | undefined)[],
  text: string,
): ReadonlyMap<string, readonly SyntaxNode[]> {
  const calls = new Map<string, SyntaxNode[]>()
  for (const [kind, field] of Object.entries(LANGUAGE_TABLE[grammar.language].callees)) {
    for (const node of byKind[grammar.kindOf(kind)] ?? NO_NODES) {
      const name = calleeName(node, field, text)
      const list = calls.get(name)
      if (list === undefined) calls.set(name, [node])
      else list.push(node)
    }
  }
  return calls
}
