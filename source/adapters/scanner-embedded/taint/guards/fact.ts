import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { GuardTest } from '../lists/compiled-lists.js'
import { type FileModel, type Place, placeOf, type Variable } from '../model/file-model.js'

/** What a condition says of one place when it is true (or false). */
export type Fact = {
  readonly variable: Variable | null
  readonly name: string
  readonly path: readonly string[]
  /** A known test, or a check of which nobody knows whether it is enough. */
  readonly test: GuardTest | 'named' | 'unknown'
  /** Where the condition ends; a later write to the variable makes the fact worthless. */
  readonly at: number
}

/** Returns a fact about a place. */
export function factAbout(model: FileModel, place: Place, test: Fact['test'], at: number): Fact {
  return {
    variable: model.variableAt(place.root, place.name),
    name: place.name,
    path: place.path,
    test,
    at,
  }
}

/** Calls that leave a value as good (or bad) as it was: `x.trim()`, `String(x)`. */
const LOOKS_THROUGH =
  /^(trim|toLowerCase|toUpperCase|toString|String|str|lower|upper|strip|casefold|text_type)$/

/** Returns the place that an expression tests, seen through trimming and case changes, or null. */
export function testedPlace(model: FileModel, node: SyntaxNode): Place | null {
  let at = node
  for (let steps = 0; steps < 6; steps++) {
    const shape = model.shape(at)
    if (shape.is === 'same') at = shape.inner
    else if (shape.is === 'call' && LOOKS_THROUGH.test(shape.method)) {
      const inner = shape.receiver ?? shape.args[0]?.node
      if (inner === undefined) return null
      at = inner
    } else return placeOf(model, at)
  }
  return null
}

/** Returns every place named inside an expression, at most ten, calls looked through. */
export function placesIn(model: FileModel, node: SyntaxNode): readonly Place[] {
  const found: Place[] = []
  const stack: SyntaxNode[] = [node]
  for (let at = stack.pop(), steps = 0; at !== undefined && steps < 40; at = stack.pop(), steps++) {
    const place = placeOf(model, at)
    if (place !== null) {
      if (found.length < 10) found.push(place)
      continue
    }
    const shape = model.shape(at)
    if (shape.is === 'call') {
      if (shape.receiver !== null) stack.push(shape.receiver)
      stack.push(...shape.args.map(argument => argument.node))
    } else if (shape.is === 'text') stack.push(...shape.parts)
    else if (shape.is === 'list') stack.push(...shape.items)
    else if (shape.is === 'record') stack.push(...shape.entries.map(entry => entry.value))
    else if (shape.is === 'same' || shape.is === 'spread') stack.push(shape.inner)
    else if (shape.is === 'either') stack.push(...shape.options)
    else if (shape.is === 'member' || shape.is === 'index') stack.push(shape.object)
  }
  return found
}

/** Returns the only value a name was ever given, or null. */
export function onlyValue(model: FileModel, node: SyntaxNode): SyntaxNode | null {
  const shape = model.shape(node)
  if (shape.is !== 'name') return null
  const definitions = model.variableAt(node, shape.name)?.definitions ?? []
  const only = definitions.length === 1 ? definitions[0] : undefined
  return only !== undefined && only.way === 'assign' ? only.value : null
}

/** Returns the facts that both lists have. */
export function commonFacts(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  return a.flatMap(one => {
    const other = b.find(two => isSamePlace(one, two))
    if (other === undefined) return []
    return [one.test === 'unknown' ? one : { ...other, at: Math.max(one.at, other.at) }]
  })
}

function isSamePlace(a: Fact, b: Fact): boolean {
  return a.variable === b.variable && a.name === b.name && a.path.join('.') === b.path.join('.')
}
