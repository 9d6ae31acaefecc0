import { chooseItem } from './choose-item.js'
import { contrastItem } from './contrast-item.js'
import { commonMistake } from './leech.js'
import { orderOptions } from './order-options.js'
import type { AskedQuestion, QuizCard, QuizItem, QuizSession, QuizTurn } from './quiz-session.js'
import { mixSeed } from './random.js'

function itemFor(card: QuizCard, turn: QuizTurn, session: QuizSession, seed: number): QuizItem | null {
  const contrast = turn === 'contrast' ? contrastItem(card.items, commonMistake(card.reviews)) : null
  return contrast ?? chooseItem(card, seed, session.disputed)
}

/** Returns the seed of the question at the session's position; it goes into the log. */
export function questionSeed(session: QuizSession): number {
  const entry = session.queue[session.position]
  return mixSeed(session.request.seed, `${entry?.card}#${session.position}`)
}

/** Returns the question at the session's position, the same one each time it is asked for, or null at the end. */
export function currentQuestion(session: QuizSession): AskedQuestion | null {
  const entry = session.queue[session.position]
  const card = entry && session.cards[entry.card]
  if (!entry || !card) return null
  const seed = questionSeed(session)
  const item = itemFor(card, entry.turn, session, seed)
  if (!item) return null
  return {
    number: session.position + 1,
    total: session.queue.length,
    weakness: card.card.weakness,
    title: card.title,
    item,
    turn: entry.turn,
    options: orderOptions(item.question, seed),
  }
}
