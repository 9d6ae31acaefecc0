import type { QuizAnswer } from '../../quiz/quiz-session.js'
import { editField, fieldWith } from '../../text/field.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { QuizScreen, QuizTurnShown } from '../quiz-screen.js'
import { NEW_QUIZ } from '../quiz-screen.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for an intent on the quiz screen. */
export function quizIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'quiz') return stay(session)
  if (screen.turn?.field && !screen.turn.feedback)
    return onField(session, screen.turn, screen.turn.field, intent)
  if (intent.type === 'went-back') return goBack(session)
  if (screen.summary) return onEnd(session, intent)
  if (!screen.turn) return stay(session)
  return screen.turn.feedback
    ? onFeedback(session, screen.turn, intent)
    : onQuestion(session, screen.turn, intent)
}

function put(session: Session, turn: QuizTurnShown, next: Partial<QuizTurnShown>): Step {
  return stay({ ...session, screen: { name: 'quiz', turn: { ...turn, ...next }, summary: null } })
}

function onEnd(session: Session, intent: Intent): Step {
  if (intent.type === 'accepted') return goBack(session)
  if (intent.type !== 'practice-wanted') return stay(session)
  return start(stay({ ...session, screen: NEW_QUIZ }), 'quiz', { type: 'start-quiz', mode: 'cram' })
}

function onQuestion(session: Session, turn: QuizTurnShown, intent: Intent): Step {
  const { options, item } = turn.asked
  const isOrder = item.question.format === 'order-the-steps'
  switch (intent.type) {
    case 'unsure-told':
      return put(session, turn, { isSure: !turn.isSure })
    case 'hint-wanted':
      return item.question.hint === ''
        ? stay(tell(session, 'There is no hint for this one.'))
        : put(session, turn, { isHinted: true })
    case 'disputed':
      return start(stay(session), 'quiz', {
        type: 'dispute-question',
        quiz: turn.quiz,
        item: item.question.id,
      })
    case 'pick-undone':
      return put(session, turn, { picks: turn.picks.slice(0, -1) })
    case 'accepted':
      if (isOrder && turn.picks.length === options.length) return answer(session, turn, { picks: turn.picks })
      return choose(session, turn, turn.cursor)
    case 'number-pressed':
      return intent.number <= options.length ? choose(session, turn, intent.number - 1) : stay(session)
    default:
      return put(session, turn, {
        cursor: moveCursor(turn.cursor, intent, options.length, session.size),
      })
  }
}

/** One option was chosen: the answer, or the next step of an order. */
function choose(session: Session, turn: QuizTurnShown, position: number): Step {
  if (turn.asked.item.question.format !== 'order-the-steps')
    return answer(session, { ...turn, cursor: position }, { picks: [position] })
  const picks = turn.picks.includes(position)
    ? turn.picks.filter(pick => pick !== position)
    : [...turn.picks, position]
  return put(session, turn, { picks, cursor: position })
}

function onField(
  session: Session,
  turn: QuizTurnShown,
  field: NonNullable<QuizTurnShown['field']>,
  intent: Intent,
): Step {
  if (intent.type === 'field-edited') return put(session, turn, { field: editField(field, intent.edit) })
  if (intent.type === 'went-back') return goBack(session)
  if (intent.type !== 'accepted') return stay(session)
  return answer(session, turn, { typed: field.text.trim() })
}

function answer(session: Session, turn: QuizTurnShown, given: Partial<QuizAnswer>): Step {
  if (isBusy(session, 'write')) return stay(session)
  const whole = { picks: [], typed: '', sure: turn.isSure, hinted: turn.isHinted, ...given }
  const step = put(session, turn, {})
  return start(step, 'write', {
    type: 'answer-question',
    quiz: turn.quiz,
    answer: whole,
    askedAt: turn.askedAt,
  })
}

function onFeedback(session: Session, turn: QuizTurnShown, intent: Intent): Step {
  switch (intent.type) {
    case 'accepted':
      return start(stay(session), 'quiz', { type: 'ask-question', quiz: turn.quiz })
    case 'undo-wanted':
      return start(stay(session), 'write', { type: 'undo-answer', quiz: turn.quiz })
    case 'disputed': {
      const item = turn.asked.item.question.id
      return start(stay(session), 'quiz', { type: 'dispute-question', quiz: turn.quiz, item })
    }
    default:
      return put(session, turn, {
        scroll: moveScroll(turn.scroll, intent, session.scrollLimit, session.size),
      })
  }
}

/** Returns the step for what the quiz brought, null for other outcomes. */
export function quizOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  const show = (next: QuizScreen) => stay(screen.name === 'quiz' ? { ...session, screen: next } : session)
  switch (outcome.type) {
    case 'question-asked': {
      const { quiz, asked, askedAt } = outcome
      const isTyped = asked.item.question.format === 'fill-the-hole'
      const turn: QuizTurnShown = {
        quiz,
        asked,
        askedAt,
        cursor: 0,
        picks: [],
        field: isTyped ? fieldWith('') : null,
        isSure: true,
        isHinted: false,
        feedback: null,
        scroll: 0,
      }
      return show({ name: 'quiz', turn, summary: null })
    }
    case 'question-answered': {
      if (screen.name !== 'quiz' || !screen.turn) return stay(session)
      const { quiz, feedback } = outcome
      if (feedback.verdict === 'neutral')
        return stay(tell(session, `Not counted: ${feedback.reason} Choose again.`))
      const tally = { ...session.tally, answered: session.tally.answered + 1 }
      return put({ ...session, tally }, screen.turn, { quiz, feedback, scroll: 0 })
    }
    case 'quiz-ended':
      return start(show({ name: 'quiz', turn: null, summary: outcome.summary }), 'cards', {
        type: 'count-cards',
      })
    case 'cards-counted':
      return stay({ ...session, cards: outcome.cards })
    default:
      return null
  }
}
