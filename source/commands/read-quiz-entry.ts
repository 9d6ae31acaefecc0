import type { AskedQuestion, QuizAnswer } from '../core/quiz/quiz-session.js'

/** What a typed line means: an answer, a wish, or nothing that could be understood. */
export type QuizEntry =
  | { readonly kind: 'answer'; readonly answer: Pick<QuizAnswer, 'picks' | 'typed' | 'sure'> }
  | { readonly kind: 'hint' | 'back' | 'dispute' | 'skip' | 'stop' }
  | { readonly kind: 'unclear'; readonly message: string }

const WISHES = { h: 'hint', b: 'back', w: 'dispute', s: 'skip', q: 'stop' } as const

function isWish(line: string): line is keyof typeof WISHES {
  return Object.hasOwn(WISHES, line)
}

function readNumbers(line: string): readonly number[] | null {
  const words = line.split(/[\s,]+/).filter(word => word !== '')
  const numbers = words.map(Number)
  return numbers.length > 0 && numbers.every(number => Number.isInteger(number)) ? numbers : null
}

function readPicks(asked: AskedQuestion, line: string): readonly number[] | string {
  const count = asked.options.length
  const numbers = readNumbers(line)
  const isInRange = numbers?.every(number => number >= 1 && number <= count)
  if (asked.item.question.format === 'order-the-steps') {
    const isOrder = isInRange && new Set(numbers).size === count && numbers?.length === count
    return numbers && isOrder
      ? numbers.map(number => number - 1)
      : `Please type all numbers from 1 to ${count} in their order.`
  }
  return numbers?.length === 1 && isInRange
    ? numbers.map(number => number - 1)
    : `Please type a number from 1 to ${count}.`
}

/** Returns what a line typed below a question means. A question mark at its end says "I am not sure". */
export function readQuizEntry(asked: AskedQuestion, line: string): QuizEntry {
  const text = line.trim()
  const wish = text.toLowerCase()
  if (isWish(wish)) return { kind: WISHES[wish] }
  const sure = !text.endsWith('?')
  const bare = sure ? text : text.slice(0, -1).trim()
  if (asked.item.question.format === 'fill-the-hole') {
    if (bare === '') return { kind: 'unclear', message: 'Please type what belongs into the hole.' }
    return { kind: 'answer', answer: { picks: [], typed: bare, sure } }
  }
  const picks = readPicks(asked, bare)
  if (typeof picks === 'string') return { kind: 'unclear', message: picks }
  return { kind: 'answer', answer: { picks, typed: '', sure } }
}
