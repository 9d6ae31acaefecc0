import type { QuizItem } from './quiz-session.js'

/**
 * Returns an item that sets the right answer against the one mistake this developer keeps making, side by side,
 * or null when no question of the bank holds that mistake (lessons.md §3.7).
 */
export function contrastItem(items: readonly QuizItem[], misconception: string): QuizItem | null {
  for (const item of items) {
    const { question } = item
    if (question.format === 'spot-the-line' || question.format === 'order-the-steps') continue
    const right = question.options.find(option => option.verdict === 'right')
    const mistaken = question.options.find(option => option.misconception === misconception)
    if (!right || !mistaken || right === mistaken) continue
    return { ...item, question: { ...question, id: `${question.id}~contrast`, options: [right, mistaken] } }
  }
  return null
}
