import type { AskedQuestion, QuizFeedback, QuizSession, QuizSummary } from '../quiz/quiz-session.js'
import type { Field } from '../text/field.js'

/** A question on screen. `feedback` is there once it was answered; `quiz` then stands at the next one. */
export type QuizTurnShown = {
  readonly quiz: QuizSession
  readonly asked: AskedQuestion
  /** ISO date-time at which it was asked. */
  readonly askedAt: string
  readonly cursor: number
  /** Shown positions picked so far, for steps to be put in order. */
  readonly picks: readonly number[]
  /** What is being typed, for a hole to be filled. */
  readonly field: Field | null
  readonly isSure: boolean
  readonly isHinted: boolean
  readonly feedback: QuizFeedback | null
  readonly scroll: number
}

/** The quiz: while it is put together, a question, or the end. */
export type QuizScreen = {
  readonly name: 'quiz'
  readonly turn: QuizTurnShown | null
  readonly summary: QuizSummary | null
}

/** The quiz as it opens. */
export const NEW_QUIZ: QuizScreen = { name: 'quiz', turn: null, summary: null }
