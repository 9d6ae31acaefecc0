import type { QuizScreen as Shown } from '../../../core/session/quiz-screen.js'
import { Text } from '../../components/text.js'
import { QuizEnd } from './quiz-end.js'
import { QuizFeedbackView } from './quiz-feedback-view.js'
import { QuizQuestion } from './quiz-question.js'

/** The quiz: a question, what the answer was worth, or the end. */
export function QuizScreen({ screen }: { readonly screen: Shown }) {
  const { turn, summary } = screen
  if (summary) return <QuizEnd summary={summary} />
  if (!turn) return <Text tone="quiet">Putting the questions together.</Text>
  if (turn.feedback) return <QuizFeedbackView turn={turn} feedback={turn.feedback} />
  return <QuizQuestion turn={turn} />
}
