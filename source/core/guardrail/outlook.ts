import type { Selection } from './budget.js'
import { estimateTokens } from './estimate-tokens.js'
import { renderGuardrail } from './render-guardrail.js'
import type { Guardrail } from './target.js'

/** What the always-on block would be with one more guardrail in it. */
export type Outlook = {
  /** What its own line costs. */
  readonly lineTokens: number
  /** Whether it has a place in the block; else it goes to path-scoped files and the skill, where there are any. */
  readonly fits: boolean
  /** Guardrails and tokens of the block then. */
  readonly rules: number
  readonly tokens: number
  /** Lines that are in the block now and would have no room any more, best first. */
  readonly dropsOut: readonly Guardrail[]
}

/** Returns what adding the guardrail `id` does: `now` is the block without it, `then` with it. Null when `then` lacks it. */
export function outlookOf(id: string, now: Selection, then: Selection): Outlook | null {
  const own = [...then.kept, ...then.dropped].find(one => one.id === id)
  if (!own) return null
  const without = new Set(then.dropped.map(one => one.id))
  return {
    lineTokens: estimateTokens(renderGuardrail(own)),
    fits: then.kept.includes(own),
    rules: then.kept.length,
    tokens: then.tokens,
    dropsOut: now.kept.filter(one => without.has(one.id)),
  }
}
