import { isWithin, type SyntaxNode } from '../../tree/syntax-node.js'
import { alwaysLeaves, areExclusive, armsOf, hasElse, isConditional } from './control.js'
import type { Definition, FileModel, Reaching, Variable } from './file-model.js'

/** Definitions looked at for one use; a variable written more often than this is followed only so far. */
const MAX_DEFINITIONS = 400

/**
 * Returns the definitions of `variable` that can reach `use`, nearest first.
 * `path` is the part of the variable that the use reads: a write to another member does not concern it. Worked out
 * once a use and path.
 */
export function reachingDefinitions(
  model: FileModel,
  variable: Variable,
  use: SyntaxNode,
  path: readonly string[],
): Reaching {
  const { reaching } = model.memo
  const ofUse = reaching.get(use.id) ?? new Map<string, Reaching>()
  reaching.set(use.id, ofUse)
  const key = path.join('.')
  const before = ofUse.get(key)
  if (before !== undefined) return before
  const found = findReaching(model, variable, use, path)
  ofUse.set(key, found)
  return found
}

function findReaching(
  model: FileModel,
  variable: Variable,
  use: SyntaxNode,
  path: readonly string[],
): Reaching {
  const concerned = variable.definitions.slice(0, MAX_DEFINITIONS).filter(one => touches(one, path))
  const home = homeOf(model, variable.scope)
  const closure = closureBelow(model, use, home)
  if (closure !== null && isHoistedFunction(model, closure))
    return { definitions: concerned.filter(one => !isMadeNew(model, one, concerned, path)), isCovered: false }
  const around = model.functionAround(use)
  const found: Definition[] = []
  /** Seen in no particular order: made in another function, after the closure, or on the next round of a loop. */
  const late: Definition[] = []
  let isCovered = false
  for (let i = concerned.length - 1; i >= 0 && !isCovered; i--) {
    const one = concerned[i]
    if (one === undefined) continue
    const isBeside = one.way !== 'parameter' && model.functionAround(one.anchor) === around
    if (!isBeside && one.way !== 'parameter' && closureBelow(model, one.anchor, home) !== null) {
      late.push(one)
      continue
    }
    const place = isBeside ? use : (closure ?? use)
    if (one.effect > place.start) {
      if (!isBeside || comesRoundAgain(model, one, use)) late.push(one)
      continue
    }
    const split = splitPoint(one.anchor, place)
    if (split === null) {
      found.push(one)
      isCovered = isStrong(one, path)
      continue
    }
    if (areExclusive(model, split.parent, split.branch, split.other)) continue
    if (neverGetsOut(model, one.anchor, split.branch)) continue
    found.push(one)
    if (!isStrong(one, path)) continue
    const inLoopHead = one.way === 'element' || one.way === 'key'
    if (inLoopHead ? isWithin(place, one.anchor) : isUnconditional(model, one.anchor, split.parent)) {
      isCovered = true
    } else if (everyArmDefines(model, split.branch, variable, path)) {
      found.push(...concerned.slice(0, i).filter(other => isWithin(other.anchor, split.branch)))
      isCovered = true
    }
  }
  return { definitions: [...found, ...late], isCovered }
}

/** Definitions compared with each other; a variable with more is written all over the file. */
const MAX_COMPARED = 30

/** `name = read(); name = clean(name)`: other functions see only what was made of the first. */
function isMadeNew(
  model: FileModel,
  one: Definition,
  all: readonly Definition[],
  path: readonly string[],
): boolean {
  if (all.length > MAX_COMPARED || one.way === 'parameter') return false
  const around = model.functionAround(one.anchor)
  return all.some(later => {
    if (later === one || later.effect <= one.effect || !isStrong(later, path)) return false
    if (later.value === null || !model.text(later.value).includes(model.text(one.target))) return false
    if (model.functionAround(later.anchor) !== around) return false
    const split = splitPoint(one.anchor, later.anchor)
    return (
      split !== null &&
      !areExclusive(model, split.parent, split.branch, split.other) &&
      isUnconditional(model, later.anchor, split.parent) &&
      !neverGetsOut(model, one.anchor, split.branch)
    )
  })
}

/** A definition concerns a path when one of the two begins with the other. */
function touches(one: Definition, path: readonly string[]): boolean {
  const length = Math.min(one.writes.length, path.length)
  for (let i = 0; i < length; i++) {
    if (one.writes[i] !== path[i] && one.writes[i] !== '*' && path[i] !== '*') return false
  }
  return true
}

/** A strong definition replaces all that `path` reads. */
function isStrong(one: Definition, path: readonly string[]): boolean {
  if (one.way === 'mutate' || one.way === 'augment') return false
  return one.writes.every((key, place) => key !== '*' && key === path[place])
}

/** The function (or file) that a scope belongs to, or the scope itself when it is one. */
function homeOf(model: FileModel, scope: SyntaxNode): SyntaxNode {
  for (let at: SyntaxNode | null = scope; at !== null; at = at.parent)
    if (model.functions.has(at.id) || at.parent === null) return at
  return scope
}

/** The outermost function around `node` below `home`, or null when `node` is directly in `home`. */
function closureBelow(model: FileModel, node: SyntaxNode, home: SyntaxNode): SyntaxNode | null {
  let found: SyntaxNode | null = null
  for (let at: SyntaxNode | null = node; at !== null && at !== home; at = at.parent)
    if (model.functions.has(at.id) && at !== node) found = at
  return found
}

function isHoistedFunction(model: FileModel, closure: SyntaxNode): boolean {
  return model.functions.get(closure.id)?.parts.isHoisted ?? false
}

type Split = { readonly parent: SyntaxNode; readonly branch: SyntaxNode; readonly other: SyntaxNode }

/** The lowest node over both, and its children on the way to each; null when `a` contains `b` or is it. */
function splitPoint(a: SyntaxNode, b: SyntaxNode): Split | null {
  if (isWithin(b, a)) return null
  let branch = a
  while (branch.parent !== null && !isWithin(b, branch.parent)) branch = branch.parent
  const parent = branch.parent
  if (parent === null) return null
  let other = b
  while (other.parent !== null && other.parent !== parent) other = other.parent
  return { parent, branch, other }
}

function isUnconditional(model: FileModel, anchor: SyntaxNode, top: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = anchor; at !== null && at !== top; at = at.parent)
    if (isConditional(model, at)) return false
  return true
}

/** A block between the definition and the split that always leaves keeps the definition from getting further. */
function neverGetsOut(model: FileModel, anchor: SyntaxNode, branch: SyntaxNode): boolean {
  const blocks = model.language.control.blockKinds
  for (let at: SyntaxNode | null = anchor; at !== null; at = at.parent) {
    if (blocks.includes(at.type) && alwaysLeaves(model, at) && !endsInLoopJump(model, at)) return true
    if (at === branch) return false
  }
  return false
}

function endsInLoopJump(model: FileModel, block: SyntaxNode): boolean {
  const last = block.children.filter(child => child.isNamed).at(-1)
  return last !== undefined && /^(break|continue)/.test(model.text(last))
}

/** A later definition is seen again when both stand in one loop. */
function comesRoundAgain(model: FileModel, one: Definition, use: SyntaxNode): boolean {
  for (let at = use.parent; at !== null && !model.functions.has(at.id); at = at.parent)
    if (model.language.control.loopKinds.includes(at.type) && isWithin(one.anchor, at)) return true
  return false
}

function everyArmDefines(
  model: FileModel,
  statement: SyntaxNode,
  variable: Variable,
  path: readonly string[],
  depth = 0,
): boolean {
  if (depth > 20 || !model.language.control.ifKinds.includes(statement.type) || !hasElse(model, statement))
    return false
  return armsOf(model, statement).every(arm => {
    if (alwaysLeaves(model, arm)) return true
    const inner = arm.children.find(child => model.language.control.ifKinds.includes(child.type))
    if (model.language.control.armWrappers.includes(arm.type) && inner !== undefined)
      return everyArmDefines(model, inner, variable, path, depth + 1)
    // Python's elif is an arm and an if at once.
    const isElif = model.language.control.ifKinds.includes(arm.type)
    const top = (isElif ? armsOf(model, arm)[0] : undefined) ?? arm
    return variable.definitions
      .slice(0, MAX_DEFINITIONS)
      .some(
        one => isWithin(one.anchor, arm) && isStrong(one, path) && isUnconditional(model, one.anchor, top),
      )
  })
}
