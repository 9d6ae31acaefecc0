import type { Review } from './card.js'
import { daysBetween } from './day.js'
import { type Judgement, rightAnswerOf } from './judge-answer.js'
import { isLeech } from './leech.js'
import type { AskedQuestion, QuizAnswer, QuizFeedback } from './quiz-session.js'

/** What each named mistake comes down to, as the end of "the trap is …". */
const TRAPS = {
  blocklist: 'listing what is bad instead of what is allowed',
  'half-fixed': 'a fix that covers one way in and leaves another open',
  'wrong-layer': 'a check in a place the attacker can go around',
  'breaks-function': 'a change that is safe only because nothing works any more',
  'wrong-option': 'the right call with the wrong option',
  'pure-refactor': 'code that looks different and does the same',
} as const

function reasonOf(asked: AskedQuestion, judgement: Judgement): string {
  if (judgement.chosen) return judgement.chosen.reason
  const { question } = asked.item
  if (question.format === 'order-the-steps') {
    return judgement.verdict === 'right' ? '' : (question.options[0]?.reason ?? '')
  }
  return question.options.find(option => option.verdict === 'right')?.reason ?? ''
}

function trapOf(judgement: Judgement, answer: QuizAnswer): string {
  const name = judgement.chosen?.misconception
  if (judgement.verdict !== 'wrong' || !answer.sure || name === undefined) return ''
  return `You were sure: the trap is ${TRAPS[name]}.`
}

/**
 * Returns what is told after an answer. `review` is the line that was logged for it, if one was; `reviews` are those
 * of the card, this one included.
 */
export function feedbackOn(
  asked: AskedQuestion,
  answer: QuizAnswer,
  judgement: Judgement,
  review: Review | null,
  reviews: readonly Review[],
): QuizFeedback {
  const { question } = asked.item
  return {
    verdict: judgement.verdict,
    reason: reasonOf(asked, judgement),
    rightAnswer: rightAnswerOf(question),
    options: asked.options.length > 0 ? asked.options : question.options,
    trap: trapOf(judgement, answer),
    idea: question.idea,
    next: review && {
      due: review.after.due,
      days: Math.round(daysBetween(review.at, review.after.due)),
    },
    isLeech: review !== null && judgement.verdict === 'wrong' && isLeech(reviews, review.at),
  }
}
