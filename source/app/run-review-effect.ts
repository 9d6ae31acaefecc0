import type { RuleChange } from '../core/learned-rule/rule-change.js'
import type { Effect, RuleDecision } from '../core/session/effect.js'
import type { EffectRun } from './run-effect.js'
import { tellResult } from './tell-result.js'

/** What the developer is told once a decision is written. */
const TOLD: Readonly<Record<RuleDecision['kind'], string>> = {
  promote:
    'Promoted. Your assistants read it after the next sync: [[rules.files]] shows the files, [[rules.undo]] takes it back.',
  edit: 'Changed. This sentence is yours now and is never written over. u takes it back.',
  scope: 'The rule applies there from the next sync on. u takes it back.',
  retire: 'Retired. It is kept on record and leaves the files at the next sync. u takes it back.',
  restore: 'It is a candidate again. u takes it back.',
  merge: 'Merged into one rule with the fixes of both. u takes it back.',
  'take-over': 'The edit is in the rules now.',
}
const NOTHING_TO_TAKE =
  'Nothing of this edit belongs to a learned rule. Move your lines outside the block, or write the block anew with x.'

const TYPES = [
  'review-rules',
  'look-for-places',
  'decide',
  'take-back',
  'measure-budget',
  'plan-sync',
  'apply-sync',
] as const
type ReviewEffect = Extract<Effect, { type: (typeof TYPES)[number] }>

/** Returns whether an effect belongs to the rule review and the guardrail files. */
export function isReviewEffect(effect: Effect): effect is ReviewEffect {
  return TYPES.some(type => type === effect.type)
}

/** Does what an effect of the rule review says and emits its outcomes. */
export async function runReviewEffect(effect: ReviewEffect, run: EffectRun): Promise<void> {
  const { tools, verbs, emit } = run
  switch (effect.type) {
    case 'review-rules': {
      const { rules, ...review } = await verbs.reviewFacts()
      return emit({ type: 'review-loaded', rules, review })
    }
    case 'look-for-places':
      return emit({ type: 'places-found', places: await verbs.lookForPlaces(effect.rules, run.signal) })
    case 'decide': {
      const { kind } = effect.decision
      return tellResult(run, await verbs.decide(effect.decision), (change: RuleChange) => ({
        type: 'rules-decided',
        change,
        told: change.after.length === 0 ? NOTHING_TO_TAKE : TOLD[kind],
      }))
    }
    case 'take-back':
      return tellResult(run, await verbs.takeBack(effect.change), () => ({
        type: 'decision-taken-back',
        change: effect.change,
      }))
    case 'measure-budget':
      return tellResult(run, await verbs.planSync(), ({ budget, changes }) => ({
        type: 'budget-measured',
        guardrails: { budget, isSynced: changes.length === 0 },
      }))
    case 'plan-sync':
      return tellResult(run, await verbs.planSync({ dropEdits: effect.dropEdits }), plan => ({
        type: 'plan-made',
        plan,
      }))
    case 'apply-sync': {
      const applied = await verbs.applySync(effect.plan)
      const status = applied.ok ? await tools.git.status(applied.value.map(change => change.path)) : null
      return tellResult(run, applied, changes => ({ type: 'plan-applied', written: { changes, status } }))
    }
  }
}
