import { fail, type Result, succeed } from '../problem.js'
import { count } from '../text/words.js'
import type { LearnedRule } from './learned-rule.js'
import { lintText } from './lint-text.js'
import type { RulePlaces } from './rule-review.js'

/** Returns whether the detector holds: it fires on every `before` and on no `after` (design.md §8). */
export function isEnforced(rule: LearnedRule): boolean {
  return rule.detector.kind !== 'none' && rule.gate.firesOnBefore && rule.gate.silentOnAfter
}

/**
 * Returns why a rule cannot be promoted with its detector, one plain sentence, or null when it can; `found` tells how a
 * learned pattern does on safe code now. Its sentence alone may still be promoted, unless that is what cannot be written.
 */
export function whyNotPromote(rule: LearnedRule, found: RulePlaces | null = null): string | null {
  const issue = lintText(rule.text).find(one => one.level === 'refuse')
  if (issue) return `The sentence cannot be written. ${issue.message}`
  if (rule.kind === 'exemption') return null
  if (isEnforced(rule)) {
    const hits = found?.safe?.hits ?? 0
    return hits > 0 ? `Its pattern fires on ${count(hits, 'piece')} of code that is known to be fine.` : null
  }
  if (rule.detector.kind === 'none') return 'It is a sentence alone, with no detector to enforce it.'
  return rule.gate.firesOnBefore
    ? 'Its detector still fires on the fixed code.'
    : 'Its detector does not fire on the code that was fixed.'
}

/**
 * Returns the rule as promoted, or why it is refused. A person may promote the sentence alone; the detector is then
 * taken off, so that nothing claims to enforce it.
 */
export function promote(rule: LearnedRule, sentenceAlone = false): Result<LearnedRule> {
  const issue = lintText(rule.text).find(one => one.level === 'refuse')
  if (issue)
    return fail({
      kind: 'user-can-act',
      message: `The sentence cannot be written to a guardrail file. ${issue.message}`,
      untouched: 'The rule is as it was.',
      nextSteps: [`Word it anew: guardrail-coach rules edit ${rule.id} --text "…"`],
    })
  const promoted: LearnedRule = { ...rule, status: 'promoted', reason: '' }
  if (rule.kind === 'exemption') return succeed(promoted)
  // Also for a detector that holds: a person said that what it matches elsewhere is fine.
  if (sentenceAlone) return succeed({ ...promoted, detector: { kind: 'none' } })
  if (isEnforced(rule)) return succeed(promoted)
  return fail({
    kind: 'user-can-act',
    message: rule.gate.firesOnBefore
      ? 'The detector of this rule still fires on the fixed code.'
      : 'The detector of this rule does not fire on the code that was fixed.',
    untouched: 'The rule is still a candidate.',
    nextSteps: [
      `Promote the sentence alone, shown as unenforced: guardrail-coach rules promote ${rule.id} --sentence-only`,
    ],
  })
}
