import type { Relation, RuleObject } from './rule-object.js'

/** A run of anything at the end of a list. */
const TAIL = /,\s*\$\$\$[A-Z0-9_]*\s*(?=[)\]])/g

/**
 * Returns the rule with the form `f($A)` beside each `f($A, $$$)`: a comma before `$$$` must be in the code,
 * so a rule that means "and maybe more" needs both (engine.md §4).
 */
export function widenTails(rule: RuleObject): RuleObject {
  const { pattern, ...others } = rule
  const rest = mapRules(others, widenTails)
  if (pattern === undefined) return rest
  const source = typeof pattern === 'string' ? pattern : pattern.context
  const short = source.replace(TAIL, '')
  if (short === source) return { ...rest, pattern }
  const any: readonly RuleObject[] = [
    { pattern },
    { pattern: typeof pattern === 'string' ? short : { ...pattern, context: short } },
  ]
  if (rest.any === undefined) return { ...rest, any }
  const { any: other, ...more } = rest
  return { ...more, all: [...(more.all ?? []), { any }, { any: other }] }
}

/** Returns the rule with `change` applied to each rule directly within it. */
function mapRules(rule: RuleObject, change: (inner: RuleObject) => RuleObject): RuleObject {
  const result: { -readonly [Key in keyof RuleObject]: RuleObject[Key] } = { ...rule }
  for (const key of ['inside', 'has', 'precedes', 'follows'] as const) {
    const relation = rule[key]
    if (relation !== undefined) result[key] = mapRelation(relation, change)
  }
  for (const key of ['all', 'any'] as const) {
    const list = rule[key]
    if (list !== undefined) result[key] = list.map(change)
  }
  if (rule.not !== undefined) result.not = change(rule.not)
  if (typeof rule.nthChild === 'object' && rule.nthChild.ofRule !== undefined) {
    result.nthChild = { ...rule.nthChild, ofRule: change(rule.nthChild.ofRule) }
  }
  return result
}

function mapRelation(relation: Relation, change: (inner: RuleObject) => RuleObject): Relation {
  const { stopBy, field, ...inner } = relation
  return {
    ...change(inner),
    ...(field === undefined ? {} : { field }),
    ...(stopBy === undefined ? {} : { stopBy: typeof stopBy === 'object' ? change(stopBy) : stopBy }),
  }
}
