import type { SyntaxNode } from '../../tree/syntax-node.js'
import { argumentFor } from '../model/call-sites.js'
import { calledFunction } from '../model/entities.js'
import type { FunctionInfo } from '../model/file-model.js'
import { returnedValues } from '../model/returned-values.js'
import { calleeText } from '../search/list-reader.js'
import type { Shape } from '../shape.js'
import { absence, type Conditions } from './conditions.js'
import { type Fact, factAbout, placesIn, testedPlace } from './fact.js'
import { membershipFacts } from './membership.js'
import { prefixFacts } from './prefix-test.js'
import { isSafePattern, readPattern } from './safe-pattern.js'

type Call = Extract<Shape, { is: 'call' }>

const MEMBERSHIP =
  /^(includes|has|contains|hasOwnProperty|include\?|member\?|ContainsKey|containsKey|Contains)$/
const STATIC_MEMBERSHIP = /^(Object\.hasOwn|_\.includes|lodash\.includes|in_array|slices\.Contains)$/
const PREFIX =
  /^(startsWith|startswith|starts_with|start_with\?|str_starts_with|hasPrefix|HasPrefix|is_relative_to|isAbsolute|StartsWith)$/
const NUMBER =
  /^(isInteger|isSafeInteger|isFinite|isdigit|isdecimal|isnumeric|isalnum|isalpha|isidentifier|is_numeric|ctype_digit|ctype_alnum|isUUID|isUuid)$/
const NUMBER_TYPES = /^\(?\s*(int|float|bool|complex|Decimal|UUID|uuid\.UUID|date|datetime|Enum)\b/

/** Returns what a call used as a condition says of its arguments or receiver. */
export function callFacts(conditions: Conditions, node: SyntaxNode, truth: boolean): readonly Fact[] {
  const { model, lists } = conditions
  const shape = model.shape(node)
  if (shape.is !== 'call') return []
  const [first, second] = shape.args
  const callee = calleeText(model, shape)
  const about = (subject: SyntaxNode | null | undefined, test: Fact['test']): readonly Fact[] => {
    const place = subject ? testedPlace(model, subject) : null
    return place === null ? [] : [factAbout(model, place, test, node.end)]
  }
  if (STATIC_MEMBERSHIP.test(callee) && first !== undefined && second !== undefined) {
    if (!truth) return []
    return callee === 'in_array'
      ? membershipFacts(conditions, second.node, first.node, node.end)
      : membershipFacts(conditions, first.node, second.node, node.end)
  }
  if (MEMBERSHIP.test(shape.method) && shape.receiver !== null && first !== undefined)
    return truth
      ? membershipFacts(conditions, shape.receiver, first.node, node.end)
      : absence(conditions, first.node, shape.receiver, node.end)
  if (PREFIX.test(shape.method)) return prefixFacts(conditions, shape, truth, node.end)
  if (/^(test|match|fullmatch|search|exec|preg_match)$/.test(shape.method))
    return patternFacts(conditions, shape, truth, node.end)
  if (shape.method === 'isNaN') return truth ? [] : about(first?.node, 'number')
  if (NUMBER.test(shape.method) && truth) return about(first?.node ?? shape.receiver, 'number')
  if (shape.method === 'isinstance' && first !== undefined && second !== undefined) {
    if (!truth) return []
    const type = model.text(second.node)
    if (NUMBER_TYPES.test(type)) return about(first.node, 'number')
    return type === 'str' ? about(first.node, 'string-type') : []
  }
  if (/^(every|all)$/.test(shape.method) && first !== undefined && truth)
    return about(shape.receiver, 'unknown')
  if (/^(some|any)$/.test(shape.method) && truth && first !== undefined) {
    // xs.some(x => value.startsWith(x)) asks about the value, in words that nobody read.
    const info = model.functions.get(first.node.id)
    const asked = info === undefined ? [] : returnedValues(model, info)
    return asked
      .flatMap(one => placesIn(model, one))
      .map(place => factAbout(model, place, 'unknown', node.end))
  }
  if (/^(Boolean|bool)$/.test(shape.method) && first !== undefined)
    return conditions.factsOf(first.node, truth)
  if (lists.isGuard(callee)) return truth ? about(first?.node, 'named') : []
  const own = calledFunction(model, node)
  if (own !== null) {
    const known = predicateFacts(conditions, node, own, truth)
    if (known.length > 0) return known
  }
  if (first === undefined) return verdictFacts(conditions, shape, node.end)
  if (!lists.isPredicate(shape.method)) return []
  const places = shape.args.flatMap(argument => placesIn(model, argument.node))
  return places.map(place => factAbout(model, place, 'unknown', node.end))
}

/** `errors.isEmpty()` where `errors` came from a check of the request. */
function verdictFacts(conditions: Conditions, shape: Call, at: number): readonly Fact[] {
  if (shape.receiver === null) return []
  const { model, lists } = conditions
  const receiver = model.shape(shape.receiver)
  if (receiver.is !== 'name') return []
  const value = model.variableAt(shape.receiver, receiver.name)?.definitions[0]?.value
  const call = value ? model.shape(value) : null
  if (call?.is !== 'call' || !lists.isPredicate(call.method)) return []
  const places = call.args.flatMap(argument => placesIn(model, argument.node))
  return places.map(place => factAbout(model, place, 'unknown', at))
}

/** `re.test(x)`, `x.match(re)`, `re.fullmatch(p, x)`, `PATTERN.match(x)`. */
function patternFacts(conditions: Conditions, shape: Call, truth: boolean, at: number): readonly Fact[] {
  const { model } = conditions
  const [first, second] = shape.args
  if (first === undefined) return []
  const candidates: readonly (readonly [SyntaxNode | null, SyntaxNode | null])[] =
    second !== undefined
      ? [[first.node, second.node]]
      : [
          [shape.receiver, first.node],
          [first.node, shape.receiver],
        ]
  for (const [pattern, tested] of candidates) {
    const read = pattern === null ? null : readPattern(model, pattern)
    const place = tested === null ? null : testedPlace(model, tested)
    if (read === null || place === null) continue
    const isWhole = shape.method === 'fullmatch'
    const isAnchoredStart = shape.method === 'match' && second !== undefined
    const source = isAnchoredStart && !read.source.startsWith('^') ? `^${read.source}` : read.source
    const isExact = truth
      ? isSafePattern({ ...read, source }, isWhole)
      : // Nothing outside a safe set was found: /[^a-z0-9]/.test(x) is false.
        /^\[\^[A-Za-z0-9_\- \\wds]*\]\+?$/.test(read.source)
    return [factAbout(model, place, isExact ? 'pattern' : 'unknown', at)]
  }
  const tested = testedPlace(model, (second ?? first).node)
  return tested === null ? [] : [factAbout(model, tested, 'unknown', at)]
}

/** A test of this file with one return value says what that value says, of its arguments. */
function predicateFacts(
  conditions: Conditions,
  call: SyntaxNode,
  info: FunctionInfo,
  truth: boolean,
): readonly Fact[] {
  const { model } = conditions
  const [value, ...others] = returnedValues(model, info)
  if (value === undefined || others.length > 0) return []
  return conditions.factsOf(value, truth).flatMap(fact => {
    const definition = fact.variable?.definitions[0]
    if (definition?.parameter?.owner !== info || definition.path.length > 0) return []
    const argument = argumentFor(model, call, info, definition.parameter.index)
    const place = argument === null ? null : testedPlace(model, argument.node)
    if (place === null) return []
    return [factAbout(model, { ...place, path: [...place.path, ...fact.path] }, fact.test, call.end)]
  })
}
