import { familyOfPath } from '../lesson/language-family.js'
import type { Lesson, Question } from '../lesson/lesson.js'
import type { Check } from './session.js'

/** Formats that one choice answers; the quiz has room for the others. */
const CHOICES: readonly Question['format'][] = ['choose-the-fix', 'predict-the-exploit', 'still-vulnerable']

/**
 * Returns the question that goes with a finding's lesson, or null when the lesson has none that one choice answers.
 * `seed` (hex digits, the finding's fingerprint) picks the question and the order of its options, so a finding
 * that is opened again asks the same.
 */
export function pickCheck(lesson: Lesson, path: string, seed: string): Check | null {
  const family = familyOfPath(path)
  const askable = lesson.questions.filter(
    question => CHOICES.includes(question.format) && question.options.length > 1,
  )
  const fitting = askable.filter(question => question.family === family || question.family === 'any')
  const pool = fitting.length > 0 ? fitting : askable
  const start = Number.parseInt(seed.slice(0, 8), 16) || 0
  const question = pool[start % Math.max(1, pool.length)]
  if (!question) return null
  const turn = (Number.parseInt(seed.slice(8, 16), 16) || 0) % question.options.length
  return { question, options: [...question.options.slice(turn), ...question.options.slice(0, turn)] }
}
