import type { Question, QuestionOption } from '../lesson/lesson.js'
import type { QuizAnswer } from './quiz-session.js'

/** What an answer is worth, and the option it came from. */
export type Judgement = {
  readonly verdict: 'right' | 'wrong' | 'neutral'
  /** The option that was chosen, or typed word for word; null for orders, other words and giving up. */
  readonly chosen: QuestionOption | null
}

/** Returns a typed answer without the differences that do not matter: case, kind of quotes, blanks, a final semicolon. */
export function normaliseTyped(text: string): string {
  return text
    .toLowerCase()
    .replace(/["'`‘’“”]/g, '"')
    .replace(/\s+/g, '')
    .replace(/;+$/, '')
}

function judgeOrder(
  question: Question,
  shown: readonly QuestionOption[],
  picks: readonly number[],
): Judgement {
  const order = picks.map(pick => shown[pick])
  const right =
    order.length === question.options.length &&
    question.options.every((option, index) => option.text === order[index]?.text)
  return { verdict: right ? 'right' : 'wrong', chosen: null }
}

/** Returns the judgement of an answer to a question whose options stand in the order `shown`. */
export function judgeAnswer(
  question: Question,
  shown: readonly QuestionOption[],
  answer: QuizAnswer,
): Judgement {
  if (question.format === 'fill-the-hole') {
    const typed = normaliseTyped(answer.typed)
    const right = typed !== '' && question.accept.some(accepted => normaliseTyped(accepted) === typed)
    const known = question.options.find(option => normaliseTyped(option.text) === typed)
    return { verdict: right ? 'right' : 'wrong', chosen: known ?? null }
  }
  if (question.format === 'order-the-steps') return judgeOrder(question, shown, answer.picks)
  const [pick] = answer.picks
  const chosen = (pick === undefined ? undefined : shown[pick]) ?? null
  return { verdict: chosen?.verdict ?? 'wrong', chosen }
}

/** Returns the right answer as text: the accepted word, the steps in order, or the right options. */
export function rightAnswerOf(question: Question): string {
  if (question.format === 'fill-the-hole') return question.accept[0] ?? ''
  const options =
    question.format === 'order-the-steps'
      ? question.options
      : question.options.filter(option => option.verdict === 'right')
  return options.map(option => option.text).join('\n')
}
