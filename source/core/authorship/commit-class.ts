import type { AuthorClass } from '../learned-rule/remediation.js'

/** What a commit says about who wrote it. */
export type CommitAuthor = {
  readonly name: string
  readonly email: string
  /** ISO date-time at which it was written. */
  readonly at: string
  /** Values of its `Co-authored-by` trailers. */
  readonly coAuthors: readonly string[]
}

/** Who counts as human: everything written before a day (ISO date), when the developer says so. */
export type HumanDeclaration = { readonly before: string | null }

/**
 * Names and addresses under which assistants commit (learning.md §4.1; GitHub's bot accounts end in `[bot]`).
 * Other bots, such as dependency updaters, write no code and stay unknown.
 */
const ASSISTANTS = [
  /\bnoreply@anthropic\.com\b/i,
  /\bnoreply@aider\.chat\b|\baider \(/i,
  /\bcursoragent@cursor\.com\b/i,
  /\bbot@devin\.ai\b|\bdevin-ai-integration\[bot\]/i,
  /\bcopilot-swe-agent\[bot\]|\+copilot@users\.noreply\.github\.com\b/i,
  /\bgoogle-labs-jules\[bot\]/i,
  /\bnoreply@openai\.com\b|\bchatgpt-codex-connector\[bot\]/i,
]

function isAssistant(text: string): boolean {
  return ASSISTANTS.some(pattern => pattern.test(text))
}

/**
 * Returns the author class of a commit. An assistant as its author is `ai`; one among the co-authors is `mixed`,
 * because editors add that trailer for little or no text. Everything else is `unknown`, never human, unless the
 * developer declared that day's work to be theirs.
 */
export function classOfCommit(commit: CommitAuthor, declared: HumanDeclaration): AuthorClass {
  if (isAssistant(`${commit.name} <${commit.email}>`)) return 'ai'
  if (commit.coAuthors.some(isAssistant)) return 'mixed'
  return declared.before !== null && commit.at.slice(0, 10) < declared.before ? 'human' : 'unknown'
}
