import { estimateTokens } from './estimate-tokens.js'
import type { BlockBudget, PlannedFile } from './planned-file.js'
import type { Guardrail } from './target.js'

/** How full a file's block is; the limits are null where the budget does not apply (scoped files, the skill). */
export type FileBudget = {
  readonly rules: number
  readonly maxRules: number | null
  readonly tokens: number
  readonly maxTokens: number | null
}

/** Returns how full the block of one file is: the always-on block against its budget, other files by their size alone. */
export function fileBudget(file: PlannedFile, budget: BlockBudget): FileBudget {
  if (file.role === 'always')
    return {
      rules: budget.rules,
      maxRules: budget.maxRules,
      tokens: budget.tokens,
      maxTokens: budget.maxTokens,
    }
  return {
    rules: file.guardrails.length,
    maxRules: null,
    tokens: estimateTokens(file.guardrails.map(one => one.text).join('\n')),
    maxTokens: null,
  }
}

/** Returns the size of a block in words: "6 of 15 rules, 412 of 900 tokens". */
export function sizeWords({ rules, maxRules, tokens, maxTokens }: FileBudget): string {
  const of = (most: number | null) => (most === null ? '' : ` of ${most}`)
  return `${rules}${of(maxRules)} rules, ${tokens}${of(maxTokens)} tokens`
}

/** Tokens of a long guardrail line (learning.md §1.3): as long as so much is free, one more has room. */
const LONG_LINE = 60

/**
 * Returns what has no room now, how many more have, or what goes when one more comes in; empty for an empty block.
 * `nameOf` says how a guardrail is called where its whole sentence has no room.
 */
export function nextOutWords(
  { rules, maxRules, tokens, maxTokens, dropped, next }: BlockBudget,
  nameOf: (guardrail: Guardrail) => string = guardrail => guardrail.text,
): string {
  const out = next === null ? '' : `next out: ${nameOf(next)}`
  if (dropped.length > 0) return `${dropped.length} without room, ${out}`
  const room = Math.min(maxRules - rules, Math.floor((maxTokens - tokens) / LONG_LINE))
  if (room > 0) return `room for about ${room} more`
  return out
}

/** Returns what a person should know of a file's size, or null: some assistants stop reading past a limit. */
export function limitWords({ text, maxCharacters }: PlannedFile): string | null {
  if (maxCharacters === null || text === null || text.length <= maxCharacters) return null
  return `The file has ${text.length} characters; one of its readers stops at ${maxCharacters}.`
}
