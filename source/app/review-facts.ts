import { fitBudget } from '../core/guardrail/budget.js'
import { outlookOf } from '../core/guardrail/outlook.js'
import { baseRelations } from '../core/learned-rule/base-relations.js'
import type { LearnedRule } from '../core/learned-rule/learned-rule.js'
import type { RuleFacts, RuleReview } from '../core/learned-rule/rule-review.js'
import type { ProjectRecords } from '../ports/project-store.js'
import type { Toolbox } from '../ports/toolbox.js'
import {
  baseGuardrail,
  type GuardrailBase,
  guardrailsFrom,
  policyGuardrail,
  readBase,
  scoreIn,
} from './collect-guardrails.js'

/**
 * Returns the learned rules with what a person needs to decide on each: its score, the fixes behind it, the base lines
 * it meets, and what promoting it would do to the block. Where detectors match is looked for apart (`lookForPlaces`),
 * because that takes a scan. Writes nothing.
 */
export async function reviewFacts(
  tools: Pick<Toolbox, 'store' | 'content' | 'workspace' | 'clock' | 'syntax' | 'hash'>,
): Promise<RuleReview & { readonly rules: readonly LearnedRule[] }> {
  const records = await tools.store.load()
  const [base, files] = await Promise.all([readBase(tools, records), tools.workspace.listProject()])
  const now = fitBudget(guardrailsFrom(base, records).guardrails, records.config.budget)
  const policy = records.policy.map(policyGuardrail)
  const lines = [...policy, ...base.lines.map(one => baseGuardrail(one, base.weaknesses))]
  const facts: Record<string, RuleFacts> = {}
  for (const rule of records.rules) {
    const behind = new Set(rule.evidence)
    facts[rule.id] = {
      score: scoreIn(records, rule),
      fixes: records.remediations
        .filter(one => behind.has(one.id))
        .sort((a, b) => (a.fixedOn < b.fixedOn ? 1 : a.fixedOn > b.fixedOn ? -1 : a.id < b.id ? -1 : 1)),
      base: baseRelations(rule, lines, line => policy.includes(line)),
      outlook: outlookOf(rule.id, now, rule.status === 'promoted' ? now : selectionWith(rule, records, base)),
    }
  }
  return { rules: records.rules, facts, files }
}

/** The block as it would be with one more rule promoted. */
function selectionWith(rule: LearnedRule, records: ProjectRecords, base: GuardrailBase) {
  const rules = records.rules.map(one => (one.id === rule.id ? { ...one, status: 'promoted' as const } : one))
  return fitBudget(guardrailsFrom(base, { ...records, rules }).guardrails, records.config.budget)
}
