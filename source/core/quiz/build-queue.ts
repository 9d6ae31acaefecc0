import type { Card, Review } from './card.js'
import { dayOf } from './day.js'
import { interleave } from './interleave.js'
import type { QueueEntry, QuizCard, QuizRequest } from './quiz-session.js'

const SESSION_CARDS = 5
/** After a gap everything is due at once; this many reviews a day work the pile off without a marathon. */
const DAILY_REVIEWS = 20
const DAILY_NEW_CARDS = 2

/** A card that could be asked, with its recall at the moment. */
export type QueueCandidate = { readonly card: QuizCard; readonly recall: number }

/** Returns whether a card is due: on its day, not at its minute, so a morning's quiz holds all of today. */
export function isDue(card: Card, now: string): boolean {
  return dayOf(card.due) <= dayOf(now)
}

/** Returns whether a card was graded on the day of `now`; a card is graded at most once a day. */
export function wasGradedToday(card: Card, now: string): boolean {
  return card.lastReview !== null && dayOf(card.lastReview) === dayOf(now)
}

/** Returns how many more cards may get their first review on the day of `now`: two a day (lessons.md §3.5). */
export function newCardsLeft(reviews: readonly Review[], now: string): number {
  const first = reviews.filter(
    review =>
      review.grade !== null &&
      dayOf(review.at) === dayOf(now) &&
      (review.before === null || review.before.state === 'new'),
  )
  return Math.max(0, DAILY_NEW_CARDS - first.length)
}

function reviewsLeft(reviews: readonly Review[], now: string): number {
  const today = reviews.filter(
    review => review.source === 'quiz' && review.grade !== null && dayOf(review.at) === dayOf(now),
  )
  return Math.max(0, DAILY_REVIEWS - today.length)
}

function limitOf(request: QuizRequest, reviews: readonly Review[], now: string): number {
  if (request.limit !== undefined) return request.limit
  if (request.mode !== 'due' || request.topic !== null) return Number.POSITIVE_INFINITY
  return Math.min(SESSION_CARDS, reviewsLeft(reviews, now))
}

/**
 * Returns the cards to ask, most nearly forgotten first and then mixed, and how many due ones wait for another time.
 * A topic asks its cards whether due or not; cramming asks all of them.
 */
export function buildQueue(
  candidates: readonly QueueCandidate[],
  request: QuizRequest,
  reviews: readonly Review[],
  now: string,
): { readonly queue: readonly QueueEntry[]; readonly waiting: number } {
  const askAll = request.mode === 'cram' || request.topic !== null
  const wanted = candidates
    .filter(({ card }) => request.topic === null || card.card.weakness === request.topic)
    .filter(({ card }) => askAll || (isDue(card.card, now) && !wasGradedToday(card.card, now)))
    .filter(({ card }) => card.items.length > 0)
    .toSorted((a, b) => a.recall - b.recall || (a.card.card.id < b.card.card.id ? -1 : 1))
  let newLeft = askAll ? Number.POSITIVE_INFINITY : newCardsLeft(reviews, now)
  const allowed = wanted.filter(({ card }) => {
    if (card.card.state !== 'new') return true
    newLeft -= 1
    return newLeft >= 0
  })
  const taken = allowed.slice(0, limitOf(request, reviews, now))
  const mixed = interleave(taken, ({ card }) => card.cweFamily)
  return {
    queue: mixed.map(({ card }) => ({ card: card.card.id, turn: 'first' })),
    waiting: wanted.length - taken.length,
  }
}
