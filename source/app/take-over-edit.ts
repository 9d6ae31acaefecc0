import type { HandEdit } from '../core/guardrail/hand-edit.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { RuleChange } from '../core/learned-rule/rule-change.js'
import { type Result, succeed } from '../core/problem.js'
import type { Toolbox } from '../ports/toolbox.js'
import { editRule, retireRule } from './review-rules.js'

/**
 * Takes what somebody changed inside a block over into the rules: a new wording becomes the rule's own, a line that was
 * deleted retires its rule. Base lines and lines of no rule cannot be taken over. Returns the change, so that it can be
 * taken back; a wording that could not be written is a problem, and what came before it stays taken over.
 */
export async function takeOverEdit(
  tools: Pick<Toolbox, 'store'>,
  edit: HandEdit,
): Promise<Result<RuleChange>> {
  const { rules } = await tools.store.load()
  const before: LearnedRule[] = []
  const after: LearnedRule[] = []
  const keep = (id: string, left: LearnedRule): void => {
    before.push(...rules.filter(rule => rule.id === id))
    after.push(left)
  }
  for (const { guardrail, text } of edit.reworded) {
    if (!isLearned(rules, guardrail.id)) continue
    const edited = await editRule(tools, guardrail.id, text)
    if (!edited.ok) return edited
    keep(guardrail.id, edited.value)
  }
  for (const { id } of edit.removed) {
    if (!isLearned(rules, id)) continue
    const retired = await retireRule(tools, id, `Its line was deleted by hand from ${edit.path}.`)
    if (!retired.ok) return retired
    keep(id, retired.value)
  }
  return succeed({ did: `taken over from ${edit.path}`, before, after })
}

function isLearned(rules: readonly LearnedRule[], id: string): boolean {
  return rules.some(rule => rule.id === id)
}
