import type { Card, Grade, Review } from './card.js'
import { questionSeed } from './current-question.js'
import { feedbackOn } from './feedback.js'
import { loggedTime } from './grade-answer.js'
import type { Judgement } from './judge-answer.js'
import type { AskedQuestion, QuizAnswer, QuizFeedback, QuizSession } from './quiz-session.js'

/** Returns the card with what a question about it changes: the item asked last and the formats answered right. */
export function noteItem(card: Card, item: string, format: string, right: boolean): Card {
  const isNew = right && format !== '' && !card.formatsRight.includes(format)
  return {
    ...card,
    lastItem: item,
    formatsRight: isNew ? [...card.formatsRight, format] : card.formatsRight,
  }
}

/** Returns the log line of an answer given at `at`; `scheduled` is what the scheduler made of the card. */
export function quizReview(
  session: QuizSession,
  asked: AskedQuestion,
  answer: QuizAnswer,
  judgement: Judgement,
  graded: { readonly at: string; readonly grade: Grade; readonly before: Card; readonly scheduled: Card },
): Review {
  const { id, format } = asked.item.question
  const ok = judgement.verdict === 'right'
  return {
    at: graded.at,
    card: graded.before.id,
    item: id,
    format,
    ok,
    sure: answer.sure,
    ms: loggedTime(answer.ms),
    grade: graded.grade,
    source: 'quiz',
    seed: questionSeed(session),
    misconception: judgement.chosen?.misconception ?? '',
    before: graded.before,
    after: noteItem(graded.scheduled, id, format, ok),
  }
}

/**
 * Returns the session after an answer, and what to tell. `review` is the line that was logged, or null. A wrong first
 * answer comes again once at the end, for a leech as a contrast. A neutral one counts for nothing: choose again.
 */
export function recordAnswer(
  session: QuizSession,
  asked: AskedQuestion,
  answer: QuizAnswer,
  judgement: Judgement,
  review: Review | null,
): { readonly session: QuizSession; readonly feedback: QuizFeedback } {
  const entry = session.queue[session.position]
  const card = entry && session.cards[entry.card]
  const reviews = [...(card?.reviews ?? []), ...(review ? [review] : [])]
  const feedback = feedbackOn(asked, answer, judgement, review, reviews)
  if (judgement.verdict === 'neutral' || !entry || !card) return { session, feedback }
  const right = judgement.verdict === 'right'
  const next = review?.after ?? { ...card.card, lastItem: asked.item.question.id }
  const comesAgain = !right && entry.turn === 'first'
  const after: QuizSession = {
    ...session,
    cards: { ...session.cards, [entry.card]: { ...card, card: next, reviews } },
    queue: comesAgain
      ? [...session.queue, { card: entry.card, turn: feedback.isLeech ? 'contrast' : 'again' }]
      : session.queue,
    position: session.position + 1,
    answers: [...session.answers, { entry, right, queueBefore: session.queue, cardBefore: card, review }],
  }
  return { session: after, feedback }
}
