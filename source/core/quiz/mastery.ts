import type { Card, Review } from './card.js'
import { daysBetween } from './day.js'

/** How well a weakness is known, worst first; the order is the rank. */
export const MASTERY_LEVELS = ['New', 'Learning', 'Familiar', 'Solid', 'Mastered'] as const
export type MasteryLevel = (typeof MASTERY_LEVELS)[number]

const FAMILIAR_FROM = 7
const SOLID_FROM = 30
const MASTERED_FROM = 90
const SOLID_FORMATS = 2
const MASTERED_FORMATS = 3
const OWN_FINDING_DAYS = 90

/**
 * Returns the stability in days that still counts at `now`. FSRS stability is the time in which recall falls to 90 %
 * and does not change between reviews, so a card that is never opened would stay mastered. Past that time it shrinks
 * with the delay (after twice the time, half is left), which makes levels decay in sight.
 */
function countedStability(card: Card, now: string): number {
  if (card.lastReview === null) return 0
  const elapsed = daysBetween(card.lastReview, now)
  return elapsed <= card.stability ? card.stability : card.stability ** 2 / elapsed
}

/** Returns the level of a card at `now` (lessons.md §3.6); `reviews` are those of this card. */
export function masteryOf(card: Card, reviews: readonly Review[], now: string): MasteryLevel {
  if (card.lastReview === null) return 'New'
  const stability = countedStability(card, now)
  if (stability < FAMILIAR_FROM) return 'Learning'
  const formats = card.formatsRight.length
  if (stability < SOLID_FROM || formats < SOLID_FORMATS) return 'Familiar'
  const ownFinding = reviews.some(
    review => review.source === 'finding' && !review.ok && daysBetween(review.at, now) < OWN_FINDING_DAYS,
  )
  return stability >= MASTERED_FROM && formats >= MASTERED_FORMATS && !ownFinding ? 'Mastered' : 'Solid'
}
