import type { Review } from './card.js'

/** Returns whether the last two first tries at a concept, in a lesson's check or by a chosen fix, were both right. */
export function hasKnownItTwice(reviews: readonly Review[]): boolean {
  const tries = reviews.filter(
    review => review.source === 'fix' || (review.source === 'lesson' && review.item !== ''),
  )
  return tries.length >= 2 && tries.slice(-2).every(review => review.ok)
}
