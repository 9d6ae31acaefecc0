import type { Card } from './card.js'
import { masteryOf } from './mastery.js'
import type { QuizSession, QuizSummary } from './quiz-session.js'

/** Returns what to tell at the end of a session at `now`; `cards` are all of the developer's, for the next due one. */
export function summariseQuiz(session: QuizSession, cards: Iterable<Card>, now: string): QuizSummary {
  const first = session.answers.filter(answer => answer.entry.turn === 'first')
  const moved = Object.entries(session.cards).flatMap(([id, card]) => {
    const from = session.levelsBefore[id]
    const to = masteryOf(card.card, card.reviews, now)
    return from === undefined || from === to ? [] : [{ title: card.title, from, to }]
  })
  const due = [...cards].map(card => card.due).toSorted()
  return {
    asked: first.length,
    right: first.filter(answer => answer.right).length,
    moved,
    nextDue: due[0] ?? null,
    waiting: session.waiting,
  }
}
