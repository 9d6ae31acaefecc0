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

/** One line of the append-only review log; `before` and `after` rebuild the cards. */
export type Review = {
  /** ISO date-time. */
  readonly at: string
  readonly card: string
  readonly item: string
  readonly format: string
  readonly ok: boolean
  readonly sure: boolean
  readonly ms: number
  readonly grade: Grade
  /** What caused it: a quiz answer, a first fix chosen right, a new finding. */
  readonly source: 'quiz' | 'lesson' | 'fix' | 'finding'
  readonly before: Card | null
  readonly after: Card
}
