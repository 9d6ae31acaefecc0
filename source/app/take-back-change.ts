import { isAsLeft, type RuleChange } from '../core/learned-rule/rule-change.js'
import { fail, type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'

/**
 * Takes one decision of a review back: every rule it touched is stored as it stood, also one that a merge removed.
 * Refused, with nothing written, when a rule is no longer what the decision left (another hand or branch changed it).
 */
export async function takeBackChange(
  tools: Pick<Toolbox, 'store'>,
  change: RuleChange,
): Promise<Result<null>> {
  const { rules } = await tools.store.load()
  const stored = new Map(rules.map(rule => [rule.id, rule]))
  const removed = change.before.filter(rule => !change.after.some(one => one.id === rule.id))
  const isUntouched =
    change.after.every(left => {
      const now = stored.get(left.id)
      return now !== undefined && isAsLeft(now, left)
    }) && removed.every(rule => !stored.has(rule.id))
  if (!isUntouched)
    return fail({
      kind: 'user-can-act',
      message: 'The rule was changed by somebody else since, so this cannot be taken back.',
      untouched: 'Every rule is as it was.',
      nextSteps: ['Look at the rule again and change it by hand.'],
    })
  for (const rule of change.before) {
    const saved = await tools.store.saveRule(rule)
    if (!saved.ok) return saved
  }
  return succeed(null)
}
