import { fail, type Result, succeed } from '../core/problem.js'
import { buildQueue, isDue, wasGradedToday } from '../core/quiz/build-queue.js'
import type { Card, Review } from '../core/quiz/card.js'
import { currentQuestion } from '../core/quiz/current-question.js'
import { gradeAnswer } from '../core/quiz/grade-answer.js'
import { judgeAnswer } from '../core/quiz/judge-answer.js'
import { isLeech } from '../core/quiz/leech.js'
import { type MasteryLevel, masteryOf } from '../core/quiz/mastery.js'
import type {
  AskedQuestion,
  QuizAnswer,
  QuizFeedback,
  QuizRequest,
  QuizSession,
  QuizSummary,
} from '../core/quiz/quiz-session.js'
import { quizReview, recordAnswer } from '../core/quiz/record-answer.js'
import { summariseQuiz } from '../core/quiz/summarise-quiz.js'
import { undoReview, withoutLastAnswer } from '../core/quiz/undo-answer.js'
import { cardsOfTopic, loadQuizCards, type QuizTools } from './load-quiz-cards.js'

/** A card as lists show it. */
export type CardStatus = {
  readonly card: Card
  readonly title: string
  readonly level: MasteryLevel
  /** Chance (0–1) that the developer still knows it; shown as "recall now". */
  readonly recall: number
  readonly isDue: boolean
  readonly isLeech: boolean
}

/** Returns every card of the developer with its level, soonest due first; `isDue` marks those to ask now. */
export async function dueCards(tools: QuizTools): Promise<readonly CardStatus[]> {
  const now = tools.clock.now()
  const { cards } = await loadQuizCards(tools)
  return cards
    .map(quizCard => ({
      card: quizCard.card,
      title: quizCard.title,
      level: masteryOf(quizCard.card, quizCard.reviews, now),
      recall: tools.scheduler.recall(quizCard.card, now),
      isDue: isDue(quizCard.card, now) && !wasGradedToday(quizCard.card, now) && quizCard.items.length > 0,
      isLeech: isLeech(quizCard.reviews, now),
    }))
    .toSorted((a, b) => (a.card.due < b.card.due ? -1 : 1))
}

/**
 * Returns a quiz with its queue; an empty queue means that nothing is to be asked (no card yet, none due, or the
 * day's limit reached: then `waiting` is above 0). Fails for an unknown topic.
 */
export async function startQuiz(tools: QuizTools, request: QuizRequest): Promise<Result<QuizSession>> {
  const now = tools.clock.now()
  const loaded = await loadQuizCards(tools)
  const chosen =
    request.topic === null ? succeed(loaded.cards) : await cardsOfTopic(tools, request.topic, loaded)
  if (!chosen.ok) return chosen
  const candidates = chosen.value.map(card => ({ card, recall: tools.scheduler.recall(card.card, now) }))
  const { queue, waiting } = buildQueue(candidates, request, loaded.reviews, now)
  const asked = chosen.value.filter(({ card }) => queue.some(entry => entry.card === card.id))
  return succeed({
    request,
    cards: Object.fromEntries(asked.map(card => [card.card.id, card])),
    levelsBefore: Object.fromEntries(
      asked.map(card => [card.card.id, masteryOf(card.card, card.reviews, now)]),
    ),
    queue,
    position: 0,
    answers: [],
    disputed: await tools.personal.disputes(),
    waiting,
  })
}

/** Returns the question to ask now, the same each time until it is answered, or null at the end. */
export function nextQuestion(session: QuizSession): AskedQuestion | null {
  return currentQuestion(session)
}

/** Returns the line to log for an answer, or null when it leaves the schedule alone: cramming, asked again, graded today. */
async function gradedReview(
  tools: QuizTools,
  session: QuizSession,
  asked: AskedQuestion,
  answer: QuizAnswer,
): Promise<Review | null> {
  const entry = session.queue[session.position]
  const card = entry && session.cards[entry.card]
  const judgement = judgeAnswer(asked.item.question, asked.options, answer)
  if (!card || judgement.verdict === 'neutral') return null
  if (session.request.mode === 'cram' || entry.turn !== 'first') return null
  // Another terminal may have asked the same card since this session began.
  const before = (await tools.personal.cards()).get(entry.card) ?? card.card
  const at = tools.clock.now()
  if (wasGradedToday(before, at)) return null
  const grade = gradeAnswer({ ...answer, right: judgement.verdict === 'right' })
  const scheduled = tools.scheduler.review(before, grade, at)
  return quizReview(session, asked, answer, judgement, { at, grade, before, scheduled })
}

/**
 * Records an answer and returns the session after it with what to tell. A `neutral` answer leaves the session as it
 * is: the developer chooses again. Fails when the store cannot be written; the session then stands as it was.
 */
export async function answerQuestion(
  tools: QuizTools,
  session: QuizSession,
  answer: QuizAnswer,
): Promise<Result<{ readonly session: QuizSession; readonly feedback: QuizFeedback }>> {
  const asked = currentQuestion(session)
  if (!asked) return fail({ kind: 'bug', message: 'The quiz was already at its end.', nextSteps: [] })
  const review = await gradedReview(tools, session, asked, answer)
  if (review) {
    const saved = await tools.personal.saveReview(review)
    if (!saved.ok) return saved
  }
  const judgement = judgeAnswer(asked.item.question, asked.options, answer)
  return succeed(recordAnswer(session, asked, answer, judgement, review))
}

/** Takes back the last answer, in the log too, and returns the session before it; the same session when there is none. */
export async function undoAnswer(tools: QuizTools, session: QuizSession): Promise<Result<QuizSession>> {
  const before = withoutLastAnswer(session)
  if (!before) return succeed(session)
  const review = session.answers.at(-1)?.review
  if (review) {
    const saved = await tools.personal.saveReview(undoReview(review, tools.clock.now()))
    if (!saved.ok) return saved
  }
  return succeed(before)
}

/** Notes on this machine that a question is wrong; it is not asked again while the card has others. */
export async function disputeQuestion(
  tools: QuizTools,
  session: QuizSession,
  item: string,
): Promise<Result<QuizSession>> {
  const id = item.replace(/~contrast$/, '')
  const saved = await tools.personal.saveDispute(id, tools.clock.now())
  return saved.ok ? succeed({ ...session, disputed: new Set([...session.disputed, id]) }) : saved
}

/** Returns what to tell at the end: right answers, levels that moved, and when the next card is due. */
export async function finishQuiz(tools: QuizTools, session: QuizSession): Promise<QuizSummary> {
  return summariseQuiz(session, (await tools.personal.cards()).values(), tools.clock.now())
}
