import { findNearDuplicates } from './find-near-duplicates.js'
import { joinRules } from './gather-evidence.js'
import type { LearnedRule } from './learned-rule.js'
import { similarity } from './similarity.js'

/** Returns whether two rules are about the same weakness in the same language, so that one may take the other in. */
export function canMerge(one: LearnedRule, other: LearnedRule): boolean {
  return (
    one.id !== other.id &&
    one.kind === other.kind &&
    one.weakness === other.weakness &&
    one.language === other.language
  )
}

/**
 * Returns what `keep` is once it has taken `drop` in: its own sentence and detector, the APIs and fixes of both, the
 * scopes of both, and the stricter gate. A review shows it before the yes; `mergeRules` writes exactly this.
 */
export function mergedRule(keep: LearnedRule, drop: LearnedRule): LearnedRule {
  return {
    ...keep,
    ...joinRules(keep, drop),
    evidence: [...new Set([...keep.evidence, ...drop.evidence])].sort(),
  }
}

/** A rule that another could be merged with. */
export type MergePartner = {
  readonly rule: LearnedRule
  /** They say nearly the same, so merging them costs nothing. */
  readonly isNear: boolean
  /** They forbid the same and advise something different: a person has to say which advice is right. */
  readonly isConflict: boolean
}

/** Returns the rules that one could be merged with, the likest first; a retired rule is no partner. */
export function mergePartners(rule: LearnedRule, rules: readonly LearnedRule[]): readonly MergePartner[] {
  return rules
    .filter(other => canMerge(rule, other) && other.status !== 'retired')
    .map(other => ({ other, alike: similarity(rule.text, other.text) }))
    .sort((a, b) => b.alike - a.alike || (a.other.id < b.other.id ? -1 : 1))
    .map(({ other }) => {
      const [pair] = findNearDuplicates([rule, other])
      return { rule: other, isNear: pair !== undefined, isConflict: pair?.isConflict === true }
    })
}
