import type { Card, Grade } from '../core/quiz/card.js'

/** Spaced-repetition scheduling. Times are ISO date-times, given by the caller. */
export type Scheduler = {
  readonly createCard: (weakness: string, family: string, now: string) => Card
  /** Returns the card after a review with `grade` at `now`; intervals never exceed 180 days. */
  readonly review: (card: Card, grade: Grade, now: string) => Card
  /** Returns the chance (0–1) that the developer still knows it at `now`. */
  readonly recall: (card: Card, now: string) => number
}
