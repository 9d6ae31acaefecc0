/** Two guardrails this alike say the same thing (learning.md §2.4). */
export const NEAR_DUPLICATE = 0.7

/** Returns how alike two sentences are, 0 to 1: shared words over all words (Jaccard), case and punctuation aside. */
export function similarity(a: string, b: string): number {
  return overlap(wordsOf(a), wordsOf(b))
}

/** Returns the share of words that two sets have in common, 0 to 1 (Jaccard); two empty sets are the same. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 && right.size === 0) return 1
  const shared = [...left].filter(word => right.has(word)).length
  return shared / (left.size + right.size - shared)
}

/** Returns the words of a sentence as they are compared: each once, in lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+)*/gu) ?? [])
}
