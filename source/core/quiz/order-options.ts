import type { Question, QuestionOption } from '../lesson/lesson.js'
import { mixSeed, shuffle } from './random.js'

/**
 * Returns the options as they are shown for a seed. Lines of code keep their order, they would make no sense
 * otherwise; steps to order never start in the right order.
 */
export function orderOptions(question: Question, seed: number): readonly QuestionOption[] {
  const { format, options } = question
  if (format === 'fill-the-hole') return []
  if (format === 'spot-the-line') return options
  const shuffled = shuffle(options, mixSeed(seed, question.id))
  if (format !== 'order-the-steps' || shuffled.some((option, index) => option !== options[index])) {
    return shuffled
  }
  return [...options.slice(1), ...options.slice(0, 1)]
}
