import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { RuleChange } from '../core/learned-rule/rule-change.js'
import { type Result, succeed } from '../core/problem.js'
import type { RuleDecision } from '../core/session/effect.js'
import type { Toolbox } from '../ports/toolbox.js'
import { editRule, mergeRules, promoteRule, restoreRule, retireRule, scopeRule } from './review-rules.js'
import { takeOverEdit } from './take-over-edit.js'

type Tools = Pick<Toolbox, 'store' | 'workspace' | 'syntax' | 'scanner' | 'clock' | 'content'>

/** Carries out one decision of a review and returns what it changed, so that it can be taken back. */
export async function decideRule(tools: Tools, decision: RuleDecision): Promise<Result<RuleChange>> {
  switch (decision.kind) {
    case 'promote': {
      const { rule, isSentenceAlone, arePlacesConfirmed } = decision
      const options = { sentenceAlone: isSentenceAlone, placesConfirmed: arePlacesConfirmed }
      return changed('promoted', rule, await promoteRule(tools, rule.id, options))
    }
    case 'edit':
      return changed('reworded', decision.rule, await editRule(tools, decision.rule.id, decision.text))
    case 'scope':
      return changed('scoped anew', decision.rule, await scopeRule(tools, decision.rule.id, decision.globs))
    case 'retire':
      return changed('retired', decision.rule, await retireRule(tools, decision.rule.id, decision.reason))
    case 'restore':
      return changed('restored', decision.rule, await restoreRule(tools, decision.rule.id))
    case 'merge': {
      const { keep, drop } = decision
      const merged = await mergeRules(tools, keep.id, drop.id)
      return merged.ok ? succeed({ did: 'merged', before: [keep, drop], after: [merged.value] }) : merged
    }
    case 'take-over':
      return takeOverEdit(tools, decision.edit)
  }
}

function changed(did: string, before: LearnedRule, result: Result<LearnedRule>): Result<RuleChange> {
  return result.ok ? succeed({ did, before: [before], after: [result.value] }) : result
}
