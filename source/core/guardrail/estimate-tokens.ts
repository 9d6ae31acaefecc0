/** Characters a token, measured on guardrail sentences (learning.md §1.4). */
const CHARACTERS_A_TOKEN = 3.6

/** Returns about how many tokens a text costs an assistant, rounded up. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN)
}
