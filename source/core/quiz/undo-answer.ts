import type { Review } from './card.js'
import type { QuizSession } from './quiz-session.js'

/** Returns the log line that takes back `review` at `at`: the card is again as it was before. */
export function undoReview(review: Review, at: string): Review {
  return {
    ...review,
    at,
    source: 'undo',
    grade: null,
    after: review.before ?? review.after,
    before: review.after,
  }
}

/** Returns the session as it was before the last answer, or null when nothing was answered. */
export function withoutLastAnswer(session: QuizSession): QuizSession | null {
  const last = session.answers.at(-1)
  if (!last) return null
  return {
    ...session,
    cards: { ...session.cards, [last.entry.card]: last.cardBefore },
    queue: last.queueBefore,
    position: session.position - 1,
    answers: session.answers.slice(0, -1),
  }
}
