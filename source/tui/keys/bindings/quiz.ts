import type { QuizScreen } from '../../../core/session/quiz-screen.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, HOME_KEY, MOVE } from './common.js'

function quizOf({ screen }: Session): QuizScreen | null {
  return screen.name === 'quiz' ? screen : null
}

const isAsked = (session: Session) => {
  const turn = quizOf(session)?.turn
  return turn && !turn.feedback ? null : 'This works while a question is open.'
}

const isAnswered = (session: Session) =>
  quizOf(session)?.turn?.feedback ? null : 'This works after an answer.'

const hasTurn = (session: Session) => (quizOf(session)?.turn ? null : 'There is no question now.')

/** Keys of the quiz. */
export const QUIZ: readonly Binding[] = [
  {
    ...enter('answer', 'answer with the marked line; after that, go on'),
    labelNow: session => {
      const quiz = quizOf(session)
      if (quiz?.summary) return 'done'
      return quiz?.turn?.feedback ? 'next' : null
    },
    disabled: session => {
      const quiz = quizOf(session)
      return quiz?.turn || quiz?.summary ? null : 'One moment: the questions are being chosen.'
    },
  },
  {
    id: 'quiz.number',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1-9',
    label: 'answer',
    help: 'answer by number; for steps, the numbers in their order',
    rank: 5,
    intent: { type: 'accepted' },
    disabled: isAsked,
  },
  {
    id: 'quiz.unsure',
    keys: ['u'],
    label: 'not sure',
    help: 'say that you are not sure: a right answer then comes back sooner',
    rank: 10,
    intent: session => ({ type: quizOf(session)?.turn?.feedback ? 'undo-wanted' : 'unsure-told' }),
    disabled: hasTurn,
    labelNow: session => (quizOf(session)?.turn?.feedback ? 'undo' : null),
  },
  {
    id: 'quiz.hint',
    keys: ['h'],
    label: 'hint',
    help: 'show a hint; a right answer then comes back sooner',
    rank: 20,
    intent: { type: 'hint-wanted' },
    disabled: isAsked,
  },
  {
    id: 'quiz.unpick',
    keys: ['backspace'],
    label: 'take back',
    help: 'take back the last step picked',
    intent: { type: 'pick-undone' },
    disabled: isAsked,
  },
  {
    id: 'quiz.dispute',
    keys: ['w'],
    label: 'wrong question',
    help: 'say that this question is wrong: it is not asked again',
    rank: 40,
    intent: { type: 'disputed' },
    disabled: isAnswered,
  },
  {
    id: 'quiz.practice',
    keys: ['p'],
    label: 'practise',
    help: 'ask everything you have met, without changing the schedule',
    rank: 10,
    intent: { type: 'practice-wanted' },
    disabled: session => (quizOf(session)?.summary ? null : 'This works at the end of the quiz.'),
  },
  { ...BACK, keys: ['escape'], label: 'stop', help: 'stop the quiz; what was answered is kept' },
  { ...HOME_KEY },
  ...MOVE,
]
