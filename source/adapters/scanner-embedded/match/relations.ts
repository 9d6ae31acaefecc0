import type { ParsedFile } from '../tree/parsed-file.js'
import { childByField, type SyntaxNode } from '../tree/syntax-node.js'
import type { Trail } from './bindings.js'
import { always, type Clause, never } from './clause.js'
import type { RuleCompiler } from './compile-rule.js'
import type { Relation, RuleObject } from './rule-object.js'

type RelationKey = 'inside' | 'has' | 'precedes' | 'follows'
type Test = Clause['test']
type Stop = 'neighbor' | 'end' | Test

/** Returns the clause of a relational rule: where else a rule has to match (engine.md §3). */
export function compileRelation(
  compiler: RuleCompiler,
  key: RelationKey,
  relation: Relation,
  path: string,
): Clause {
  const { stopBy = 'neighbor', field, ...rule } = relation
  if (field !== undefined && (key === 'precedes' || key === 'follows')) {
    return compiler.refuse(path, `${key} takes no field`, 'wrong')
  }
  if (field !== undefined && !compiler.grammar.hasField(field)) {
    return compiler.refuse(path, `${compiler.grammar.language} has no field ${field}`, 'absent')
  }
  const inner = isEmpty(rule)
    ? compiler.refuse(path, 'the rule is empty', 'wrong')
    : compiler.compile(rule, path)
  if (inner === never) return never
  const { stop, isFree: isStopFree } = compileStop(compiler, stopBy, path)
  const test = {
    inside: () => insideTest(inner.test, stop, field),
    has: () => (field === undefined ? hasTest(inner, stop) : hasFieldTest(inner, stop, field)),
    precedes: () => siblingTest(inner.test, stop, 1),
    follows: () => siblingTest(inner.test, stop, -1),
  }[key]()
  return { test, roots: null, names: inner.names, isFree: inner.isFree && isStopFree }
}

function isEmpty(rule: RuleObject): boolean {
  return Object.values(rule).every(value => value === undefined)
}

function compileStop(
  compiler: RuleCompiler,
  stopBy: 'neighbor' | 'end' | RuleObject,
  path: string,
): { readonly stop: Stop; readonly isFree: boolean } {
  if (typeof stopBy === 'string') return { stop: stopBy, isFree: true }
  const clause = compiler.compile(stopBy, `${path}.stopBy`)
  if (clause === never) return { stop: 'end', isFree: true }
  if (clause === always) return { stop: 'neighbor', isFree: true }
  const stop: Test = (node, trail) => {
    const mark = trail.mark()
    const isStop = clause.test(node, trail)
    trail.cutBack(mark)
    return isStop
  }
  return { stop, isFree: clause.isFree }
}

/** Children asked for their field that cost as much as a look. */
const FIELDS_A_LOOK = 8

function insideTest(test: Test, stop: Stop, field: string | undefined): Test {
  return (node, trail) => {
    let below = node
    for (let at = node.parent; at !== null; at = at.parent) {
      trail.look(field === undefined ? 1 : 1 + Math.ceil(at.children.length / FIELDS_A_LOOK))
      if ((field === undefined || childByField(at, field) === below) && test(at, trail)) return true
      if (stop === 'neighbor' || (stop !== 'end' && stop(at, trail))) return false
      below = at
    }
    return false
  }
}

function siblingTest(test: Test, stop: Stop, step: 1 | -1): Test {
  return (node, trail) => {
    const siblings = node.parent?.children ?? []
    for (let i = node.index + step; i >= 0 && i < siblings.length; i += step) {
      const sibling = siblings[i]
      if (sibling === undefined) return false
      trail.look()
      if (test(sibling, trail)) return true
      if (stop === 'neighbor' || (stop !== 'end' && stop(sibling, trail))) return false
    }
    return false
  }
}

function hasTest(inner: Clause, stop: Stop): Test {
  const { test } = inner
  if (stop === 'neighbor')
    return (node, trail) => {
      trail.look(node.children.length)
      return node.children.some(child => test(child, trail))
    }
  if (stop === 'end') return (node, trail) => someBelow(inner, node, false, trail)
  return (node, trail) => {
    const stack = [...node.children].reverse()
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      trail.look()
      if (test(at, trail)) return true
      if (!stop(at, trail))
        for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as SyntaxNode)
    }
    return false
  }
}

/** With a field only the first child of that field counts; a stop rule then looks one level below it. */
function hasFieldTest(inner: Clause, stop: Stop, field: string): Test {
  const { test } = inner
  return (node, trail) => {
    const child = childByField(node, field)
    if (child === null) return false
    if (stop === 'end') return someBelow(inner, child, true, trail)
    if (test(child, trail)) return true
    return stop !== 'neighbor' && !stop(child, trail) && child.children.some(below => test(below, trail))
  }
}

/** Whether the clause matches below a node (or at it). A free one is asked once a node: many calls stand in one function. */
function someBelow(inner: Clause, node: SyntaxNode, self: boolean, trail: Trail): boolean {
  if (!inner.isFree || node.lastId - node.id < WORTH_REMEMBERING) return findBelow(inner, node, self, trail)
  return trail.remember(self ? inner : inner.test, node, () => findBelow(inner, node, self, trail))
}

/** Nodes below one from which on an answer is kept. */
const WORTH_REMEMBERING = 30

/** Uses the index of kinds where the clause knows them. */
function findBelow(inner: Clause, node: SyntaxNode, self: boolean, trail: Trail): boolean {
  const first = self ? node.id : node.id + 1
  if (inner.roots !== null && inner.roots.size === 1) {
    for (const kind of inner.roots.keys()) {
      return someOfKind(inner.test, trail.file, kind, first, node.lastId, trail)
    }
  }
  const stack = self ? [node] : [...node.children].reverse()
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    trail.look()
    if (inner.test(at, trail)) return true
    for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as SyntaxNode)
  }
  return false
}

function someOfKind(
  test: Test,
  file: ParsedFile,
  kind: number,
  first: number,
  last: number,
  trail: Trail,
): boolean {
  const nodes = file.nodesOfKind(kind)
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle]?.id ?? 0) < first) low = middle + 1
    else high = middle
  }
  for (let i = low; i < nodes.length; i++) {
    const node = nodes[i]
    if (node === undefined || node.id > last) return false
    trail.look()
    if (test(node, trail)) return true
  }
  return false
}
