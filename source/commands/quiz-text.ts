import type { Lesson } from '../core/lesson/lesson.js'
import { codeLines } from '../core/quiz/code-lines.js'
import type { AskedQuestion, QuizFeedback, QuizSession, QuizSummary } from '../core/quiz/quiz-session.js'
import { printable } from '../core/text/printable.js'
import { count } from '../core/text/words.js'

/** A question takes about this long with its feedback (lessons.md §3.5: five cards, three minutes). */
const SECONDS_A_QUESTION = 36

function lines(text: string): readonly string[] {
  return printable(text, { lines: true }).split('\n')
}

function day(at: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(at))
}

function numbered(text: string, number: number): readonly string[] {
  const [first = '', ...rest] = lines(text)
  return [`${number}  ${first}`, ...rest.map(line => `   ${line}`)]
}

/** Returns what is said before the first question. */
export function introLines(session: QuizSession): readonly string[] {
  const questions = session.queue.length
  const minutes = Math.max(1, Math.round((questions * SECONDS_A_QUESTION) / 60))
  return [
    `Quiz: ${count(questions, 'question')}, about ${count(minutes, 'minute')}.`,
    'Type the number of your answer and press Enter. Add a question mark when you are not sure, as in "2?".',
    'h gives a hint, s shows the answer, b takes the last answer back, w notes that a question is wrong, q stops.',
    ...(session.request.mode === 'cram' ? ['You are cramming: nothing changes when cards come back.'] : []),
  ]
}

function howToAnswer(asked: AskedQuestion): string {
  if (asked.item.question.format === 'fill-the-hole') return 'Type what belongs into the hole.'
  if (asked.item.question.format === 'order-the-steps') {
    return `Type the numbers 1 to ${asked.options.length} in the right order.`
  }
  return `Type a number from 1 to ${asked.options.length}.`
}

/** Returns a question as plain lines, options numbered from 1. */
export function questionLines(asked: AskedQuestion): readonly string[] {
  const { question, from } = asked.item
  const isSpot = question.format === 'spot-the-line'
  const again = { first: '', again: ' Asked again.', contrast: ' Your usual slip beside the right way.' }[
    asked.turn
  ]
  return [
    '',
    `Question ${asked.number} of ${asked.total}. ${printable(asked.title)}.${again}`,
    ...(from ? [`From your code: ${printable(from.path)}, fixed on ${day(from.fixedOn)}.`] : []),
    ...lines(question.prompt),
    ...codeLines(asked).flatMap(({ text, option }) =>
      option === null ? [`   ${lines(text).join(' ')}`] : numbered(text, option + 1),
    ),
    ...(isSpot ? [] : asked.options.flatMap((option, index) => numbered(option.text, index + 1))),
    howToAnswer(asked),
  ]
}

function rightLines(asked: AskedQuestion, { rightAnswer, options }: QuizFeedback): readonly string[] {
  const rights = options.flatMap((option, index) => (option.verdict === 'right' ? [index + 1] : []))
  if (asked.options.length > 0 && asked.item.question.format !== 'order-the-steps' && rights.length > 0) {
    return [`The right answer was ${rights.join(' or ')}.`]
  }
  return ['The right answer:', ...lines(rightAnswer).map(line => `   ${line}`)]
}

/** Returns what is to be said of the options that were not chosen; their numbers stand above. */
function otherLines(
  asked: AskedQuestion,
  feedback: QuizFeedback,
  picks: readonly number[],
): readonly string[] {
  return feedback.options.flatMap((option, index) => {
    if (option.reason === '' || picks.includes(index) || option.reason === feedback.reason) return []
    const name = asked.options.length > 0 ? String(index + 1) : printable(option.text)
    return [`${name} is ${option.verdict}. ${printable(option.reason)}`]
  })
}

/** Returns what is said after an answer: verdict, reason, every other option, the idea to keep, and when it is back. */
export function feedbackLines(
  asked: AskedQuestion,
  feedback: QuizFeedback,
  picks: readonly number[],
): readonly string[] {
  const { verdict, reason } = feedback
  if (verdict === 'neutral') return [`Neither right nor wrong. ${printable(reason)}`, 'Choose again.']
  const isOrder = asked.item.question.format === 'order-the-steps'
  return [
    `${verdict === 'right' ? 'Right.' : 'Wrong.'} ${printable(reason)}`.trim(),
    ...(verdict === 'right' ? [] : rightLines(asked, feedback)),
    ...(feedback.trap === '' ? [] : [feedback.trap]),
    ...(isOrder ? [] : otherLines(asked, feedback, picks)),
    ...(feedback.idea === '' ? [] : [`Keep: ${printable(feedback.idea)}`]),
    ...(feedback.next
      ? [`It comes back in ${count(feedback.next.days, 'day')}, on ${day(feedback.next.due)}.`]
      : []),
  ]
}

/** Returns a lesson in a few lines, for a card that keeps being missed. */
export function leechLines(lesson: Lesson): readonly string[] {
  return [
    'You have missed this one four times in half a year. The lesson in short:',
    ...[lesson.what, lesson.why, lesson.notEnough].map(text => printable(text)),
    'If the question itself is wrong, type b and then w.',
  ]
}

/** Returns what is said at the end. */
export function summaryLines(summary: QuizSummary): readonly string[] {
  return [
    '',
    `${count(summary.asked, 'question')}, ${summary.right} right at the first try.`,
    ...summary.moved.map(({ title, from, to }) => `${printable(title)}: from ${from} to ${to}.`),
    ...(summary.nextDue ? [`The next card is due on ${day(summary.nextDue)}.`] : []),
    ...(summary.waiting > 0 ? [`${count(summary.waiting, 'more card')} can wait; --all asks them too.`] : []),
  ]
}

/** Returns why nothing is asked. */
export function nothingLines(summary: QuizSummary): readonly string[] {
  if (summary.waiting > 0) {
    return [
      `Enough for today: ${count(summary.waiting, 'card')} can wait until tomorrow. --all asks them now.`,
    ]
  }
  if (summary.nextDue) {
    return [
      `Nothing is due. The next card is due on ${day(summary.nextDue)}; --cram asks all without waiting.`,
    ]
  }
  return [
    'There is nothing to ask yet: cards come from the lessons you meet while fixing findings.',
    'guardrail-coach quiz --topic sql-injection starts one right away.',
  ]
}
