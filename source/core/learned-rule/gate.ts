import { fail, type Result, succeed } from '../problem.js'
import type { LearnedRule } from './learned-rule.js'
import { lintText } from './lint-text.js'

/** Returns whether the detector holds: it fires on every `before` and on no `after` (design.md §8). */
export function isEnforced(rule: LearnedRule): boolean {
  return rule.detector.kind !== 'none' && rule.gate.firesOnBefore && rule.gate.silentOnAfter
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
  if (isEnforced(rule) || rule.kind === 'exemption')
    return succeed({ ...rule, status: 'promoted', reason: '' })
  if (sentenceAlone) return succeed({ ...rule, status: 'promoted', reason: '', detector: { kind: 'none' } })
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
