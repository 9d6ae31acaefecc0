import type { Review } from './card.js'

/** Returns the reviews that still count: an `undo` line takes away itself and the line before it of the same card. */
export function effectiveReviews(reviews: readonly Review[]): readonly Review[] {
  const kept: (Review | null)[] = []
  const stacks = new Map<string, number[]>()
  for (const review of reviews) {
    const stack = stacks.get(review.card) ?? []
    stacks.set(review.card, stack)
    if (review.source !== 'undo') {
      stack.push(kept.length)
      kept.push(review)
      continue
    }
    const undone = stack.pop()
    if (undone !== undefined) kept[undone] = null
  }
  return kept.filter(review => review !== null)
}
