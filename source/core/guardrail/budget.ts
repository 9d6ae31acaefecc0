import { NEAR_DUPLICATE, overlap, wordsOf } from '../learned-rule/similarity.js'
import { estimateTokens } from './estimate-tokens.js'
import { renderBody } from './render-guardrail.js'
import type { Guardrail } from './target.js'

/** What one always-on block may hold (design.md §8). */
export type Budget = { readonly rules: number; readonly tokens: number }

/** What fits a block, and what does not; `tokens` is the cost of the whole block. */
export type Selection = {
  readonly kept: readonly Guardrail[]
  /** Those without room, highest score first. */
  readonly dropped: readonly Guardrail[]
  readonly tokens: number
  /** The guardrail that would be the next to go; null while the block is empty. */
  readonly next: Guardrail | null
}

/**
 * Returns the guardrails that fit a budget, highest score first; ties go by id, so that every machine writes the same.
 * A guardrail that says the same as a better one is left out: near-duplicates distract (learning.md §1.3).
 */
export function fitBudget(guardrails: readonly Guardrail[], budget: Budget): Selection {
  const kept: Guardrail[] = []
  const dropped: Guardrail[] = []
  for (const one of withoutDuplicates([...guardrails].sort(compareGuardrails))) {
    const fits = kept.length < budget.rules && estimateTokens(renderBody([...kept, one])) <= budget.tokens
    // Once one has no room none below it gets in: a weaker rule must not stand where a stronger one could not.
    if (fits && dropped.length === 0) kept.push(one)
    else dropped.push(one)
  }
  return { kept, dropped, tokens: estimateTokens(renderBody(kept)), next: kept.at(-1) ?? null }
}

/** Orders by score, highest first, then by id. */
export function compareGuardrails(a: Guardrail, b: Guardrail): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Keeps the first of any two that say the same of the same files. Sentences are taken apart once, not once a pair. */
function withoutDuplicates(sorted: readonly Guardrail[]): readonly Guardrail[] {
  const kept: { readonly one: Guardrail; readonly words: ReadonlySet<string> }[] = []
  for (const one of sorted) {
    const words = wordsOf(one.text)
    const isSaid = kept.some(
      other =>
        (other.one.scope.length === 0 || other.one.scope.join() === one.scope.join()) &&
        overlap(other.words, words) >= NEAR_DUPLICATE,
    )
    if (!isSaid) kept.push({ one, words })
  }
  return kept.map(({ one }) => one)
}
