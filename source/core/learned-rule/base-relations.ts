import type { Guardrail } from '../guardrail/target.js'
import { halvesOf } from './find-near-duplicates.js'
import type { LearnedRule } from './learned-rule.js'
import { NEAR_DUPLICATE, similarity } from './similarity.js'

/** How a line of the base layer stands to a learned rule. */
export type BaseRelation = {
  readonly line: Guardrail
  /**
   * `contradicts`: one forbids a call that the other advises, or they forbid the same and advise different things.
   * `says-the-same`: the better scored of the two is written. `replaced`: the learned rule holds everywhere and takes
   * the line's place. `beside`: both are written.
   */
  readonly kind: 'contradicts' | 'says-the-same' | 'replaced' | 'beside'
}

const NAMES = /`([\w$.]+)(?:\(\))?`/g

/**
 * Returns the base and policy lines that a learned rule meets: those of its weakness, and any whose words about a call
 * contradict its own. A team policy is never replaced.
 */
export function baseRelations(
  rule: LearnedRule,
  base: readonly Guardrail[],
  isPolicy: (line: Guardrail) => boolean,
): readonly BaseRelation[] {
  return base.flatMap((line): readonly BaseRelation[] => {
    const isOurs = line.weakness === rule.weakness
    if (isContrary(rule.text, line.text, isOurs)) return [{ line, kind: 'contradicts' }]
    if (!isOurs) return []
    if (similarity(rule.text, line.text) >= NEAR_DUPLICATE) return [{ line, kind: 'says-the-same' }]
    return [{ line, kind: rule.scope.length === 0 && !isPolicy(line) ? 'replaced' : 'beside' }]
  })
}

function isContrary(text: string, other: string, isOneWeakness: boolean): boolean {
  const [never, use] = halvesOf(text)
  const [otherNever, otherUse] = halvesOf(other)
  if (forbidsAdvice(never, otherUse) || forbidsAdvice(otherNever, use)) return true
  const haveAdvice = use !== '' && otherUse !== ''
  return (
    isOneWeakness &&
    haveAdvice &&
    similarity(never, otherNever) >= NEAR_DUPLICATE &&
    similarity(use, otherUse) < NEAR_DUPLICATE
  )
}

/** Whether a call named in what one line forbids is what the other advises. */
function forbidsAdvice(never: string, use: string): boolean {
  const advised = new Set(namesIn(use))
  return namesIn(never).some(name => advised.has(name))
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(NAMES)].map(match => match[1] ?? '')
}
