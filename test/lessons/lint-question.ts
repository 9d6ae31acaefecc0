import type { Question, QuestionFormat } from '../../source/core/lesson/lesson.js'
import { normaliseTyped } from '../../source/core/quiz/judge-answer.js'
import { wordsOf } from './reading-level.js'

/** Formats whose options are answers to choose between; only there can length or place give the answer away. */
export const CHOICE_FORMATS: readonly QuestionFormat[] = [
  'choose-the-fix',
  'predict-the-exploit',
  'still-vulnerable',
]

const MAX_COLUMNS = 76

/** Returns an option's text as its length is judged: blanks collapsed, so that indentation does not count. */
export function optionLength(text: string): number {
  return text.replace(/\s+/g, ' ').trim().length
}

/** Returns what is wrong with a question, one plain sentence each; caps from lessons.md §2.3 and §2.5 to §2.8. */
export function lintQuestion(question: Question): readonly string[] {
  const { format, options, code, prompt } = question
  const wrong: string[] = []
  const say = (bad: boolean, message: string) => {
    if (bad) wrong.push(`${question.id}: ${message}`)
  }
  say(wordsOf(prompt).length > 20, `prompt has ${wordsOf(prompt).length} words, at most 20`)
  say(wordsOf(question.idea).length > 25, `idea has ${wordsOf(question.idea).length} words, at most 25`)
  say(wordsOf(question.hint).length > 25, `hint has ${wordsOf(question.hint).length} words, at most 25`)
  say(code.split('\n').length > 12, 'code has more than 12 lines')
  const shown = [...code.split('\n'), ...(format === 'choose-the-fix' ? options : []).flatMap(linesOf)]
  for (const line of shown) say(line.length > MAX_COLUMNS, `wider than ${MAX_COLUMNS} columns: ${line}`)
  for (const option of options) {
    const count = wordsOf(option.reason).length
    say(count > 35, `a reason has ${count} words, at most 35: ${option.reason}`)
    say(count < 4, `a reason says nothing: ${option.reason}`)
    say(/all of the above|none of the above/i.test(option.text), 'no "all of the above"')
    say(
      option.verdict === 'right' && option.misconception !== undefined,
      'a right option with a misconception',
    )
  }
  say(new Set(options.map(option => option.text)).size < options.length, 'two options are the same')

  const right = options.filter(option => option.verdict === 'right')
  if (format === 'order-the-steps') {
    say(right.length !== options.length, 'every step is right, in the order of the file')
    say(options.length < 3 || options.length > 5, 'has 3 to 5 steps')
  } else {
    say(right.length !== 1, `has ${right.length} right options`)
  }
  if (CHOICE_FORMATS.includes(format)) wrong.push(...lintChoice(question))
  if (format === 'spot-the-line') {
    const lines = code.split('\n').map(line => line.trim())
    const places = options.map(option => lines.indexOf(option.text))
    say(places.includes(-1), `not a line of the code: ${options[places.indexOf(-1)]?.text}`)
    say(
      places.some((place, index) => place <= (places[index - 1] ?? -1)),
      'lines are not in the order of the code',
    )
    say(options.length < 3, 'needs at least three lines to choose from')
  }
  if (format === 'fill-the-hole') {
    const accepted = question.accept.map(normaliseTyped)
    say(!code.includes('____'), 'the code has no hole ____')
    say(!accepted.includes(normaliseTyped(right[0]?.text ?? '')), 'the right answer is not accepted')
    for (const option of options.filter(one => one.verdict !== 'right'))
      say(accepted.includes(normaliseTyped(option.text)), `accepts the wrong answer ${option.text}`)
  } else {
    say(question.accept.length > 0, 'only fill-the-hole accepts typed answers')
  }
  return wrong
}

function lintChoice({ id, format, options }: Question): readonly string[] {
  const wrong: string[] = []
  if (options.length < 3 || options.length > 4)
    wrong.push(`${id}: has ${options.length} options, 3 or 4 are good`)
  const lengths = options.map(option => optionLength(option.text))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  for (const [index, length] of lengths.entries())
    if (Math.abs(length - mean) > 0.25 * mean)
      wrong.push(`${id}: option ${index + 1} has ${length} characters, the mean is ${mean.toFixed(0)}`)
  if (format === 'choose-the-fix')
    for (const option of options)
      if (option.verdict === 'wrong' && option.misconception === undefined)
        wrong.push(`${id}: a wrong fix names no misconception: ${option.text}`)
  if (format === 'still-vulnerable') {
    const answers = options.map(option => /^(Yes|No)[,:] /.exec(option.text)?.[1])
    if (answers.includes(undefined)) wrong.push(`${id}: an option does not start with "Yes, " or "No, "`)
    if (new Set(answers).size < 2) wrong.push(`${id}: all options answer the same`)
  }
  return wrong
}

function linesOf(option: { readonly text: string }): readonly string[] {
  return option.text.split('\n')
}
