import type { LearnedRule } from './learned-rule.js'
import { NEAR_DUPLICATE, similarity } from './similarity.js'

/** Two rules that a person should look at together. */
export type NearDuplicate = {
  readonly keep: LearnedRule
  readonly drop: LearnedRule
  /** They forbid the same and advise something different: a question for a person, not a merge. */
  readonly isConflict: boolean
}

/** Returns pairs of live rules of one weakness and language that say nearly the same; the one with more fixes is kept. */
export function findNearDuplicates(rules: readonly LearnedRule[]): readonly NearDuplicate[] {
  const live = rules.filter(rule => rule.status === 'candidate' || rule.status === 'promoted')
  return live.flatMap((one, index) =>
    live.slice(index + 1).flatMap(other => {
      if (one.weakness !== other.weakness || one.language !== other.language || one.kind !== other.kind)
        return []
      const [never, use] = halvesOf(one.text)
      const [otherNever, otherUse] = halvesOf(other.text)
      const isConflict =
        similarity(never, otherNever) >= NEAR_DUPLICATE &&
        similarity(use, otherUse) < NEAR_DUPLICATE &&
        use !== '' &&
        otherUse !== ''
      if (!isConflict && similarity(one.text, other.text) < NEAR_DUPLICATE) return []
      const [keep, drop] = one.evidence.length >= other.evidence.length ? [one, other] : [other, one]
      return [{ keep, drop, isConflict }]
    }),
  )
}

/** Returns what a sentence forbids, and what it advises (empty when it advises nothing). */
export function halvesOf(text: string): readonly [never: string, use: string] {
  const at = text.search(/\bUse\b/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
}
