import { isEnforced } from '../core/learned-rule/gate.js'
import type { Detector, LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { Remediation } from '../core/learned-rule/remediation.js'
import type { Toolbox } from '../ports/toolbox.js'
import { learnPattern } from './learn-pattern.js'

/**
 * Returns the rule with a detector learned from its own fixes where the shipped one does not hold: findings of other
 * scanners, and fixes that our rule does not see. A pattern that does not pass its gate is not kept. A person's decision
 * on a promoted rule stands: its detector is not exchanged.
 */
export async function withLearnedPattern(
  tools: Pick<Toolbox, 'syntax' | 'content'>,
  rule: LearnedRule,
  remediations: readonly Remediation[],
): Promise<LearnedRule> {
  if (rule.status !== 'candidate' || (rule.detector.kind === 'shipped-rule' && isEnforced(rule))) return rule
  const edits = remediations.flatMap(one => (one.edit ? [one.edit] : []))
  if (edits.length < remediations.length) return rule
  const safe = await safeCode(tools, rule.language)
  const learned = await learnPattern(tools.syntax, { language: rule.language, edits, safe })
  if (!learned?.gate.silentOnSafe || !learned.gate.firesOnBefore || !learned.gate.silentOnAfter) return rule
  const { fix, ...match } = learned.pattern
  const detector: Detector = {
    kind: 'pattern',
    language: rule.language,
    ...match,
    ...(fix === undefined ? {} : { fix }),
  }
  return { ...rule, detector, gate: { firesOnBefore: true, silentOnAfter: true } }
}

/** Returns code of a language family that is known to be fine: the fixed samples of the lessons. */
export async function safeCode(
  tools: Pick<Toolbox, 'content'>,
  language: string,
): Promise<readonly string[]> {
  const lessons = await tools.content.lessons()
  return lessons.flatMap(lesson =>
    lesson.samples.filter(sample => sample.family === language).map(sample => sample.fixed),
  )
}
