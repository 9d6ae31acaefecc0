import type { SyntaxNode } from '../../tree/syntax-node.js'
import { isConstantNode } from '../constant.js'
import type { FileModel } from '../model/file-model.js'
import type { ListReader } from '../search/list-reader.js'
import { callFacts } from './call-tests.js'
import { commonFacts, type Fact, factAbout, onlyValue, placesIn, testedPlace } from './fact.js'
import { hostPlaces } from './host-test.js'
import { membershipFacts } from './membership.js'

/** What the readers of conditions share. */
export type Conditions = {
  readonly model: FileModel
  readonly lists: ListReader
  readonly factsOf: (condition: SyntaxNode, truth: boolean) => readonly Fact[]
}

const MAX_DEPTH = 40

/** Returns a reader of conditions: what holds when a condition is true, or false. Answers are kept. */
export function createConditions(model: FileModel, lists: ListReader): Conditions {
  const known = new Map<string, readonly Fact[]>()
  let depth = 0
  const conditions: Conditions = {
    model,
    lists,
    factsOf: (condition, truth) => {
      const key = `${condition.id} ${truth}`
      const before = known.get(key)
      if (before !== undefined) return before
      if (depth >= MAX_DEPTH) return []
      known.set(key, [])
      depth++
      const facts = readCondition(conditions, condition, truth)
      depth--
      known.set(key, facts)
      return facts
    },
  }
  return conditions
}

function readCondition(conditions: Conditions, node: SyntaxNode, truth: boolean): readonly Fact[] {
  const { model, factsOf } = conditions
  const shape = model.shape(node)
  switch (shape.is) {
    case 'same':
      return factsOf(shape.inner, truth)
    case 'not':
      return factsOf(shape.inner, !truth)
    case 'choice': {
      if (shape.whenFalse !== null) return []
      const left = factsOf(shape.condition, truth)
      const right = factsOf(shape.whenTrue, truth)
      return truth ? [...left, ...right] : commonFacts(left, right)
    }
    case 'either': {
      const [first, second] = shape.options
      if (first === undefined || second === undefined) return []
      const left = factsOf(first, truth)
      const right = factsOf(second, truth)
      return truth ? commonFacts(left, right) : [...left, ...right]
    }
    case 'operation':
      return comparison(conditions, node, shape.operator, shape.left, shape.right, truth)
    case 'call':
      return callFacts(conditions, node, truth)
    case 'index':
      // A table looked up with the value: only its own keys give something.
      return truth && shape.index !== null
        ? membershipFacts(conditions, shape.object, shape.index, node.end)
        : []
    case 'name':
      return namedCondition(conditions, node, truth)
    case 'member':
      return verdictOfCheck(conditions, shape.object, node.end)
    default:
      return []
  }
}

/** `const isKnown = LIST.includes(x); if (!isKnown) …` */
function namedCondition(conditions: Conditions, node: SyntaxNode, truth: boolean): readonly Fact[] {
  const value = onlyValue(conditions.model, node)
  if (value === null) return []
  const shape = conditions.model.shape(value)
  const variable = conditions.model.shape(node)
  const definition =
    variable.is === 'name' ? conditions.model.variableAt(node, variable.name)?.definitions[0] : undefined
  // Go: value, ok := table[key]
  if (definition?.path[0] === '1' && shape.is === 'index') return conditions.factsOf(value, truth)
  if (definition !== undefined && definition.path.length > 0)
    return verdictOfCheck(conditions, node, node.end)
  return shape.is === 'literal' ? [] : conditions.factsOf(value, truth)
}

/** `const { error } = schema.validate(x); if (error) …`: a check was asked, what it checks is not known. */
function verdictOfCheck(conditions: Conditions, node: SyntaxNode, at: number): readonly Fact[] {
  const { model, lists } = conditions
  const value = onlyValue(model, node) ?? node
  const shape = model.shape(value)
  const call = shape.is === 'same' ? model.shape(shape.inner) : shape
  if (call.is !== 'call' || !lists.isPredicate(call.method)) return []
  const places = call.args.flatMap(argument => placesIn(model, argument.node))
  return places.map(place => factAbout(model, place, 'unknown', at))
}

const EQUAL = /^(===?|is|eq|equals)$/
const UNEQUAL = /^(!==?|is not|<>|ne)$/
const NOTHING = /^(null|undefined|None|nil|''|""|``|void 0)$/

function comparison(
  conditions: Conditions,
  node: SyntaxNode,
  operator: string,
  left: SyntaxNode,
  right: SyntaxNode,
  truth: boolean,
): readonly Fact[] {
  const { model } = conditions
  if (operator === 'in' || operator === 'not in') {
    if ((operator === 'in') === truth) return membershipFacts(conditions, right, left, node.end)
    return absence(conditions, left, right, node.end)
  }
  if (operator === 'instanceof') return []
  const found = indexComparison(conditions, operator, left, right, truth)
  if (found !== null) return found
  if (EQUAL.test(operator) || UNEQUAL.test(operator)) {
    const isEqual = EQUAL.test(operator) === truth
    for (const [tested, other] of [[left, right] as const, [right, left] as const]) {
      if (NOTHING.test(model.text(other))) return conditions.factsOf(tested, !isEqual)
      const shape = model.shape(other)
      if (/^(true|True)$/.test(model.text(other))) return conditions.factsOf(tested, isEqual)
      if (/^(false|False)$/.test(model.text(other))) return conditions.factsOf(tested, !isEqual)
      const type = model.shape(tested)
      if (type.is === 'typeof')
        return isEqual ? typeFacts(model, type.inner, model.text(other), node.end) : []
      if (!isEqual) continue
      if (isPathPart(model, tested))
        return placesIn(model, tested).map(place => factAbout(model, place, 'resolved-prefix', node.end))
      if (shape.is === 'function' || !isConstantNode(model, other)) {
        // Compared with a host that is worked out: most often the program's own.
        const own = hostPlaces(model, tested)
        if (own.length > 0) return own.map(host => factAbout(model, host, 'unknown', node.end))
        continue
      }
      const place = testedPlace(model, tested)
      const hosts = hostPlaces(model, tested).map(host => factAbout(model, host, 'host', node.end))
      return place === null ? hosts : [factAbout(model, place, 'equality', node.end), ...hosts]
    }
    return []
  }
  // Only a true comparison with a number says that the value is one: NaN compares false.
  if (!truth || !/^[<>]=?$/.test(operator)) return []
  for (const [tested, other] of [[left, right] as const, [right, left] as const]) {
    const place = testedPlace(model, tested)
    if (place !== null && /^-?[0-9.]+$/.test(model.text(other)))
      return [factAbout(model, place, 'number', node.end)]
  }
  return []
}

/** `LIST.indexOf(x) !== -1` and its relatives; null when no index is compared. */
function indexComparison(
  conditions: Conditions,
  operator: string,
  left: SyntaxNode,
  right: SyntaxNode,
  truth: boolean,
): readonly Fact[] | null {
  const shape = conditions.model.shape(left)
  const number = conditions.model.text(right)
  if (shape.is !== 'call' || !/^(indexOf|find|search|count|index)$/.test(shape.method)) return null
  if (!/^(-1|0)$/.test(number)) return null
  const says = `${operator} ${number}`
  const isFound = /^(!==? -1|> -1|>= 0|> 0)$/.test(says)
  if (!isFound && !/^(===? -1|< 0|[!=]==? 0)$/.test(says)) return null
  const [first] = shape.args
  // path.indexOf(ROOT) === 0: it begins with what stands there; a part of the way may still lead out of it.
  if (/^(===?|!==?) 0$/.test(says) && shape.receiver !== null && first !== undefined) {
    const place = testedPlace(conditions.model, shape.receiver)
    return place === null || /^!/.test(operator) === truth
      ? []
      : [factAbout(conditions.model, place, 'unknown', left.end)]
  }
  if (shape.receiver === null || first === undefined || isFound !== truth) return []
  return membershipFacts(conditions, shape.receiver, first.node, left.end)
}

/** `'..' not in x`: something dangerous was looked for and not found; whether that is all, nobody knows. */
export function absence(
  conditions: Conditions,
  needle: SyntaxNode,
  hay: SyntaxNode,
  at: number,
): readonly Fact[] {
  const { model } = conditions
  const shape = model.shape(needle)
  if (shape.is !== 'literal' || shape.text === null || !/^[^A-Za-z0-9@\s]{1,3}$/.test(shape.text)) return []
  const place = testedPlace(model, hay)
  return place === null ? [] : [factAbout(model, place, 'unknown', at)]
}

function typeFacts(model: FileModel, inner: SyntaxNode, type: string, at: number): readonly Fact[] {
  const place = testedPlace(model, inner)
  if (place === null) return []
  if (/^['"`](number|boolean|bigint)['"`]$/.test(type)) return [factAbout(model, place, 'number', at)]
  return /^['"`]string['"`]$/.test(type) ? [factAbout(model, place, 'string-type', at)] : []
}

/** `os.path.commonpath([base, p]) == base`, `path.dirname(p) === base`. */
function isPathPart(model: FileModel, node: SyntaxNode): boolean {
  const shape = model.shape(node)
  return shape.is === 'call' && /^(commonpath|commonprefix|dirname)$/.test(shape.method)
}
