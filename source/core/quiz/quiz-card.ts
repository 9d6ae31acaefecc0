import type { Lesson } from '../lesson/lesson.js'
import type { Weakness } from '../weakness/weakness.js'
import type { Card, Review } from './card.js'
import type { QuizCard, QuizItem } from './quiz-session.js'

/** Returns the key that weaknesses of one kind share: the OWASP category groups CWEs, so it serves as their family. */
function cweFamilyOf(weakness: Pick<Weakness, 'owasp' | 'cwe'>): string {
  return weakness.owasp === '' ? `CWE-${weakness.cwe[0] ?? 0}` : weakness.owasp
}

/** Returns the questions of a lesson that suit a language family; all of them when none is written for it. */
function itemsOfLesson(lesson: Lesson, family: string): readonly QuizItem[] {
  const fitting = lesson.questions.filter(question => question.family === 'any' || question.family === family)
  return (fitting.length > 0 ? fitting : lesson.questions).map(question => ({ question, from: null }))
}

/** Returns a card with its questions (`ownItems` made from the project's fixes come first) and its past. */
export function quizCardOf(
  card: Card,
  lesson: Lesson | null,
  ownItems: readonly QuizItem[],
  reviews: readonly Review[],
): QuizCard {
  return {
    card,
    title: lesson?.title ?? card.weakness,
    cweFamily: lesson ? cweFamilyOf(lesson) : card.weakness,
    items: [...ownItems, ...(lesson ? itemsOfLesson(lesson, card.family) : [])],
    reviews,
  }
}

/** Returns the cards with their language in the title where two would read the same. */
export function withDistinctTitles(cards: readonly QuizCard[]): readonly QuizCard[] {
  const isAlone = (title: string) => cards.filter(card => card.title === title).length === 1
  return cards.map(card =>
    isAlone(card.title) ? card : { ...card, title: `${card.title} (${card.card.family})` },
  )
}
