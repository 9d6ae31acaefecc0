import type { Review } from './card.js'
import { daysBetween } from './day.js'

const LEECH_LAPSES = 4
const LEECH_DAYS = 180

/** Returns whether the reviews of one card hold four lapses within the last 180 days (lessons.md §3.7). */
export function isLeech(reviews: readonly Review[], now: string): boolean {
  const lapses = reviews.filter(
    review =>
      review.grade === 'again' &&
      review.before !== null &&
      review.before.state !== 'new' &&
      daysBetween(review.at, now) <= LEECH_DAYS,
  )
  return lapses.length >= LEECH_LAPSES
}

/** Returns the mistake made most often in these reviews, the latest one of equals; empty when none is known. */
export function commonMistake(reviews: readonly Review[]): string {
  const counts = new Map<string, number>()
  let most = ''
  for (const { misconception } of reviews) {
    if (misconception === '') continue
    counts.set(misconception, (counts.get(misconception) ?? 0) + 1)
    if ((counts.get(misconception) ?? 0) >= (counts.get(most) ?? 0)) most = misconception
  }
  return most
}
