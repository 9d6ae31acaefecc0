/** FSRS state of one concept; ids are `<weakness>/<family>` and never content hashes (lessons.md §3.5, §3.8). */
export type Card = {
  readonly id: string
  readonly weakness: string
  readonly family: string
  /** ISO date-times. */
  readonly due: string
  readonly lastReview: string | null
  /** FSRS stability in days and difficulty 1–10. */
  readonly stability: number
  readonly difficulty: number
  readonly reps: number
  readonly lapses: number
  readonly state: 'new' | 'learning' | 'review' | 'relearning'
  readonly scheduledDays: number
  /** Formats answered right so far, for mastery. */
  readonly formatsRight: readonly string[]
  /** Id of the item asked last; the same item never comes twice running. */
  readonly lastItem: string
}

/** FSRS grades; Easy is not given (lessons.md §3.3). */
export type Grade = 'again' | 'hard' | 'good' | 'easy'

/** What caused a review; `undo` takes back the last one of the same card. */
export type ReviewSource = 'quiz' | 'lesson' | 'fix' | 'finding' | 'undo'

/** One line of the append-only review log; `after` of the last line of a card rebuilds it. */
export type Review = {
  /** ISO date-time. */
  readonly at: string
  readonly card: string
  /** Id of the item asked; empty when no question was. */
  readonly item: string
  /** Format of the item; empty when no question was asked. */
  readonly format: string
  readonly ok: boolean
  readonly sure: boolean
  /** Time taken in milliseconds; 0 when unknown or above two minutes (lessons.md §3.3). */
  readonly ms: number
  /** Null when the event was noted without touching the schedule: a card is graded at most once a day. */
  readonly grade: Grade | null
  readonly source: ReviewSource
  /** Seed the options were shuffled with, so the question can be shown again as it was. */
  readonly seed: number
  /** The mistake behind the wrong option that was chosen; empty otherwise. */
  readonly misconception: string
  readonly before: Card | null
  readonly after: Card
}
