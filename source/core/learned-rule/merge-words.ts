import { count } from '../text/words.js'
import { isEnforced } from './gate.js'
import type { LearnedRule } from './learned-rule.js'
import { mergedRule, mergePartners } from './merge-rules.js'

/** What would become of two rules, as names and values; values hold repository text and are not yet printable. */
export type MergeWords = {
  readonly outcome: readonly (readonly [name: string, value: string])[]
  /** What a person should know before the yes, plain sentences. */
  readonly warnings: readonly string[]
}

/** Returns what merging `drop` into `keep` would leave, exactly as it would be written. */
export function mergeWords(keep: LearnedRule, drop: LearnedRule): MergeWords {
  const merged = mergedRule(keep, drop)
  const [pair] = mergePartners(keep, [drop])
  const isStricter = isEnforced(keep) && !isEnforced(merged)
  return {
    outcome: [
      ['sentence', merged.text],
      ['about', merged.anchors.filter(anchor => anchor !== '').join(', ') || 'no API in particular'],
      ['where', merged.scope.length === 0 ? 'the whole project' : merged.scope.join(', ')],
      ['behind it', count(merged.evidence.length, 'fix', 'fixes')],
      ['state', merged.status],
    ],
    warnings: [
      ...(pair?.isConflict
        ? ['They forbid the same and advise different things: the advice of the one that goes is lost.']
        : []),
      ...(isStricter
        ? ['The detector that stays does not hold for the fixes of both, so the rule is no longer enforced.']
        : []),
      ...(drop.status === 'promoted' && keep.status !== 'promoted'
        ? [
            'The one that goes is promoted and the one that stays is not: assistants stop reading it until it is.',
          ]
        : []),
    ],
  }
}
