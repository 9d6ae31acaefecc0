import type { QuizTurnShown } from '../../../core/session/quiz-screen.js'
import { Prose } from '../../components/prose.js'
import { QuestionView } from '../../components/question-view.js'
import { TextField } from '../../components/text-field.js'

/** A question of the quiz: lines to point at, answers to choose, steps to order, or a hole to fill. */
export function QuizQuestion({ turn }: { readonly turn: QuizTurnShown }) {
  const { question, from } = turn.asked.item
  return (
    <QuestionView
      question={question}
      options={turn.asked.options}
      cursor={turn.cursor}
      picks={turn.picks}
      from={from ? `From your code: ${from.path}, fixed on ${from.fixedOn}.` : ''}
    >
      {turn.field && <TextField label="Your answer:" field={turn.field} />}
      {turn.isHinted && <Prose tone="warn" text={`Hint: ${question.hint}`} />}
      {!turn.isSure && <Prose tone="quiet" text="Not sure: a right answer comes back sooner." />}
    </QuestionView>
  )
}
