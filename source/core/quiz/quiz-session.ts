import type { Question, QuestionOption } from '../lesson/lesson.js'
import type { Card, Review } from './card.js'
import type { MasteryLevel } from './mastery.js'

/** `due` keeps the daily limit, `all` asks everything that is due, `cram` asks everything and changes no schedule. */
export type QuizMode = 'due' | 'all' | 'cram'

/** What the developer wants to be asked. */
export type QuizRequest = {
  readonly mode: QuizMode
  /** Slug of one weakness, or null for all. */
  readonly topic: string | null
  /** At most this many cards; absent means the default of the mode. */
  readonly limit?: number
  /** Seeds the order of items and options; the same seed asks the same quiz. */
  readonly seed: number
}

/** A question that a card can be asked with; `from` is set for items made from the project's own fixes. */
export type QuizItem = {
  readonly question: Question
  readonly from: { readonly path: string; readonly fixedOn: string } | null
}

/** What a card brings to a session: its state, its questions and its past. */
export type QuizCard = {
  readonly card: Card
  /** Title of the weakness, for the header. */
  readonly title: string
  /** Weaknesses of one CWE family are not asked next to each other. */
  readonly cweFamily: string
  readonly items: readonly QuizItem[]
  /** Reviews of this card, undone ones left out, oldest first. */
  readonly reviews: readonly Review[]
}

/** Why a card stands in the queue: `again` and `contrast` come after a wrong answer and are never logged. */
export type QuizTurn = 'first' | 'again' | 'contrast'

/** One place in the queue. */
export type QueueEntry = { readonly card: string; readonly turn: QuizTurn }

/** An answer that was given, with what undo needs. */
export type GivenAnswer = {
  readonly entry: QueueEntry
  readonly right: boolean
  readonly queueBefore: readonly QueueEntry[]
  /** The card as it was when the question was asked. */
  readonly cardBefore: QuizCard
  /** The line that was logged, or null when the answer left the schedule alone. */
  readonly review: Review | null
}

/** A quiz under way: plain data, so a screen or a pipe can hold it. */
export type QuizSession = {
  readonly request: QuizRequest
  readonly cards: Readonly<Record<string, QuizCard>>
  /** Levels when the session began, by card id; the end tells what moved. */
  readonly levelsBefore: Readonly<Record<string, MasteryLevel>>
  readonly queue: readonly QueueEntry[]
  /** Index in `queue` of the question being asked. */
  readonly position: number
  readonly answers: readonly GivenAnswer[]
  /** Ids of questions the developer called wrong. */
  readonly disputed: ReadonlySet<string>
  /** Due cards left out by the limit of the day or the session. */
  readonly waiting: number
}

/** A question as it stands on the screen. */
export type AskedQuestion = {
  /** Starts at 1. */
  readonly number: number
  readonly total: number
  /** Slug, to open the lesson. */
  readonly weakness: string
  readonly title: string
  readonly item: QuizItem
  readonly turn: QuizTurn
  /** In the order shown; answers refer to these positions, starting at 0. Empty for `fill-the-hole`. */
  readonly options: readonly QuestionOption[]
}

/** What the developer answered. */
export type QuizAnswer = {
  /** Shown positions, starting at 0: one for a choice, all in order for `order-the-steps`; empty gives up. */
  readonly picks: readonly number[]
  /** For `fill-the-hole`. */
  readonly typed: string
  readonly sure: boolean
  readonly hinted: boolean
  /** Milliseconds from question to answer; 0 when not measured. */
  readonly ms: number
}

/** What is told after an answer. `neutral` means: choose again, nothing was counted. */
export type QuizFeedback = {
  readonly verdict: 'right' | 'wrong' | 'neutral'
  /** The reason for the option chosen. */
  readonly reason: string
  /** The right answer in words, or the lines that were right. */
  readonly rightAnswer: string
  /** Every option with its verdict and reason, in the order shown. */
  readonly options: readonly QuestionOption[]
  /** Said only when the answer was wrong and sure; else empty. */
  readonly trap: string
  readonly idea: string
  /** When the card comes back, or null when this answer left the schedule alone. */
  readonly next: { readonly due: string; readonly days: number } | null
  /** Four lapses in 180 days: offer the lesson again and "this question is wrong". */
  readonly isLeech: boolean
}

/** What is told at the end. */
export type QuizSummary = {
  /** First answers only; asking again is practice. */
  readonly asked: number
  readonly right: number
  readonly moved: readonly {
    readonly title: string
    readonly from: MasteryLevel
    readonly to: MasteryLevel
  }[]
  /** ISO date-time when the next card is due, null without cards. */
  readonly nextDue: string | null
  readonly waiting: number
}
