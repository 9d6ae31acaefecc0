import { currentQuestion } from '../core/quiz/current-question.js'
import type { QuizSession } from '../core/quiz/quiz-session.js'
import type { Effect } from '../core/session/effect.js'
import { answerQuestion, disputeQuestion, dueCards, finishQuiz, startQuiz, undoAnswer } from './quiz.js'
import { fixChosenRightFirst, lessonSeen } from './quiz-events.js'
import type { EffectRun } from './run-effect.js'
import { tellResult } from './tell-result.js'

/** The effects that concern the developer's cards. */
export type QuizEffect = Extract<
  Effect,
  {
    type:
      | 'count-cards'
      | 'start-quiz'
      | 'ask-question'
      | 'answer-question'
      | 'undo-answer'
      | 'dispute-question'
      | 'note-lesson'
      | 'note-first-fix'
  }
>

/** Does what a quiz effect says and emits its outcomes. */
export async function runQuizEffect(effect: QuizEffect, run: EffectRun): Promise<void> {
  const { tools, emit } = run
  switch (effect.type) {
    case 'count-cards': {
      const cards = await dueCards(tools)
      return emit({ type: 'cards-counted', cards })
    }
    case 'start-quiz': {
      const seed = Number.parseInt(tools.hash(tools.clock.now()).slice(0, 8), 16)
      const quiz = await startQuiz(tools, { mode: effect.mode, topic: null, seed })
      return quiz.ok ? ask(quiz.value, run) : tellResult(run, quiz, () => ({ type: 'saved' }))
    }
    case 'ask-question':
      return ask(effect.quiz, run)
    case 'answer-question': {
      const ms = Math.max(0, Date.parse(tools.clock.now()) - Date.parse(effect.askedAt))
      const answered = await answerQuestion(tools, effect.quiz, { ...effect.answer, ms })
      return tellResult(run, answered, ({ session, feedback }) => ({
        type: 'question-answered',
        quiz: session,
        feedback,
      }))
    }
    case 'undo-answer': {
      const before = await undoAnswer(tools, effect.quiz)
      return before.ok ? ask(before.value, run) : tellResult(run, before, () => ({ type: 'saved' }))
    }
    case 'dispute-question': {
      const noted = await disputeQuestion(tools, effect.quiz, effect.item)
      return noted.ok ? ask(noted.value, run) : tellResult(run, noted, () => ({ type: 'saved' }))
    }
    case 'note-lesson': {
      const { weakness, path } = effect.finding
      const check = effect.check && { ...effect.check, sure: true, hinted: false, ms: 0 }
      return tellResult(run, await lessonSeen(tools, { weakness, path }, check), () => ({ type: 'saved' }))
    }
    case 'note-first-fix': {
      const { weakness, path } = effect.finding
      const noted = await fixChosenRightFirst(tools, { weakness, path })
      return tellResult(run, noted, () => ({ type: 'saved' }))
    }
  }
}

async function ask(quiz: QuizSession, { tools, emit }: EffectRun): Promise<void> {
  const asked = currentQuestion(quiz)
  if (asked) emit({ type: 'question-asked', quiz, asked, askedAt: tools.clock.now() })
  else emit({ type: 'quiz-ended', summary: await finishQuiz(tools, quiz) })
}
