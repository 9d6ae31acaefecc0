import type { SyntaxNode } from '../tree/syntax-node.js'
import type { Trail } from './bindings.js'
import type { LeafNode, MetaNode, Pattern, PatternNode } from './pattern.js'
import type { Strictness } from './rule-object.js'

type Outcome = 'match' | 'no' | 'skip-code' | 'skip-pattern' | 'skip-both'

/** Returns whether a pattern matches a node, and binds its metavariables; a failed match binds nothing. */
export function matchPattern(pattern: Pattern, node: SyntaxNode, trail: Trail): boolean {
  if (pattern.kind >= 0 && pattern.kind !== node.kind) return false
  const mark = trail.mark()
  if (matchNode(pattern.root, node, trail, pattern.strictness) === 'match') return true
  trail.cutBack(mark)
  return false
}

function matchNode(goal: PatternNode, node: SyntaxNode, trail: Trail, strictness: Strictness): Outcome {
  trail.look()
  if (goal.type === 'leaf') return matchLeaf(goal, node, trail, strictness)
  if (goal.type === 'inner') {
    if (goal.kind !== node.kind) return 'no'
    const mark = trail.mark()
    if (matchChildren(goal.children, node.children, trail, strictness)) return 'match'
    trail.cutBack(mark)
    return 'no'
  }
  return matchMeta(goal, node, trail) ? 'match' : 'no'
}

function matchMeta(goal: MetaNode, node: SyntaxNode, trail: Trail): boolean {
  if (goal.type === 'one' && !node.isNamed) return false
  return goal.name === '' || trail.bind(goal.name, node)
}

function matchLeaf(goal: LeafNode, node: SyntaxNode, trail: Trail, strictness: Strictness): Outcome {
  const isSameKind = goal.kind === node.kind
  if (isSameKind) {
    if (!goal.isNamed || strictness === 'signature') return 'match'
    if (goal.text.length === node.end - node.start && trail.file.text.startsWith(goal.text, node.start)) {
      return 'match'
    }
  }
  switch (strictness) {
    case 'cst':
      return 'no'
    case 'smart':
      return isTrivial(node) ? 'skip-code' : 'no'
    case 'ast':
      return skipEither(!goal.isNamed, !node.isNamed)
    case 'relaxed':
    case 'signature':
      return skipEither(!goal.isNamed, isTrivial(node))
  }
}

function skipEither(pattern: boolean, code: boolean): Outcome {
  if (pattern) return code ? 'skip-both' : 'skip-pattern'
  return code ? 'skip-code' : 'no'
}

/** Tokens and comments: what the code may have more of than the pattern. */
function isTrivial(node: SyntaxNode): boolean {
  return !node.isNamed || node.type.includes('comment')
}

/** The child lists from left to right; `$$$` is lazy and never comes back. */
function matchChildren(
  goals: readonly PatternNode[],
  nodes: readonly SyntaxNode[],
  trail: Trail,
  strictness: Strictness,
): boolean {
  let g = 0
  let n = 0
  if (nodes.length === 0) return false
  for (;;) {
    const goal = goals[g]
    if (goal === undefined) return true
    if (goal.type === 'many') {
      const first = n
      g++
      let tokens = 0
      while (isToken(goals[g])) {
        g++
        tokens++
      }
      const next = goals[g]
      if (next === undefined) {
        bindRun(goal, nodes.slice(first), tokens, trail)
        return true
      }
      if (next.type === 'many') {
        n++
        if (n >= nodes.length) return false
        bindRun(goal, nodes.slice(first, n), tokens, trail)
        continue
      }
      for (;;) {
        const node = nodes[n]
        if (node === undefined) return false
        const mark = trail.mark()
        if (matchNode(next, node, trail, strictness) === 'match') {
          trail.cutBack(mark)
          break
        }
        n++
      }
      bindRun(goal, nodes.slice(first, n), tokens, trail)
    }
    const step = matchOne(goals, g, nodes, n, trail, strictness)
    if (step === null) return false
    g = step.g
    n = step.n
    if (g >= goals.length)
      return strictness === 'smart' || nodes.slice(n).every(node => mayTrail(node, strictness))
    if (n >= nodes.length) return false
  }
}

/** Matches one child of the pattern, skipping what may be skipped; returns the places after it, or null. */
function matchOne(
  goals: readonly PatternNode[],
  start: number,
  nodes: readonly SyntaxNode[],
  from: number,
  trail: Trail,
  strictness: Strictness,
): { g: number; n: number } | null {
  let g = start
  let n = from
  for (;;) {
    const goal = goals[g]
    if (goal === undefined) return { g, n }
    const node = nodes[n]
    if (node === undefined)
      return goals.slice(g).every(rest => maySkipGoal(rest, strictness)) ? { g: goals.length, n } : null
    if (isMeta(goal) && strictness !== 'cst' && strictness !== 'ast' && node.type.includes('comment')) {
      n++
      continue
    }
    switch (matchNode(goal, node, trail, strictness)) {
      case 'match':
        return { g: g + 1, n: n + 1 }
      case 'skip-code':
        n++
        break
      case 'skip-pattern':
        g++
        break
      case 'skip-both':
        g++
        n++
        break
      case 'no':
        return null
    }
  }
}

function bindRun(goal: MetaNode, nodes: readonly SyntaxNode[], tokens: number, trail: Trail): void {
  if (goal.name !== '') trail.bindList(goal.name, nodes.slice(0, Math.max(0, nodes.length - tokens)))
}

function isToken(goal: PatternNode | undefined): boolean {
  return goal?.type === 'leaf' && !goal.isNamed
}

function isMeta(goal: PatternNode): boolean {
  return goal.type === 'one' || goal.type === 'any'
}

function mayTrail(node: SyntaxNode, strictness: Strictness): boolean {
  return (strictness === 'relaxed' || strictness === 'signature') && isTrivial(node)
}

function maySkipGoal(goal: PatternNode, strictness: Strictness): boolean {
  if (goal.type === 'many') return strictness !== 'cst'
  if (strictness === 'cst' || strictness === 'smart') return false
  return goal.type === 'any' || (goal.type === 'leaf' && !goal.isNamed)
}
