import type { QuestionFormat } from '../lesson/lesson.js'
import type { QuizItem } from './quiz-session.js'

/** Formats whose options can stand two by two. */
const CHOICES: readonly QuestionFormat[] = ['choose-the-fix', 'predict-the-exploit', 'still-vulnerable']

/**
 * Returns an item that sets the right answer against the one mistake this developer keeps making, side by side,
 * or null when no question of the bank holds that mistake (lessons.md §3.7).
 */
export function contrastItem(items: readonly QuizItem[], misconception: string): QuizItem | null {
  for (const item of items) {
    const { question } = item
    if (!CHOICES.includes(question.format)) continue
    const right = question.options.find(option => option.verdict === 'right')
    const mistaken = question.options.find(option => option.misconception === misconception)
    if (!right || !mistaken || right === mistaken) continue
    return { ...item, question: { ...question, id: `${question.id}~contrast`, options: [right, mistaken] } }
  }
  return null
}
