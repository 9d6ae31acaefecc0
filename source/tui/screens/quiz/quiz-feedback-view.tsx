import { Box } from 'ink'
import type { QuizFeedback } from '../../../core/quiz/quiz-session.js'
import type { QuizTurnShown } from '../../../core/session/quiz-screen.js'
import { count } from '../../../core/text/words.js'
import { OptionVerdicts } from '../../components/option-verdicts.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'

type QuizFeedbackViewProps = { readonly turn: QuizTurnShown; readonly feedback: QuizFeedback }

/** Right or wrong in words, the reason, the one idea to keep, and when the question comes back. */
export function QuizFeedbackView({ turn, feedback }: QuizFeedbackViewProps) {
  const { rows } = useBodySize()
  const isRight = feedback.verdict === 'right'
  const isChoice = turn.asked.options.length > 0 && turn.asked.item.question.format !== 'order-the-steps'
  return (
    <Scroll offset={turn.scroll} height={rows}>
      <Paragraph>
        <Text isBold tone={isRight ? 'good' : 'warn'}>
          {isRight ? 'Right.' : 'Not this one.'}
        </Text>
        {feedback.reason !== '' && <Prose text={feedback.reason} />}
        {feedback.trap !== '' && <Prose text={feedback.trap} />}
      </Paragraph>
      {isChoice ? (
        <OptionVerdicts
          options={feedback.options}
          chosen={turn.asked.options[turn.cursor] ?? null}
          code={turn.asked.item.question.code}
        />
      ) : (
        !isRight && (
          <Paragraph title="The answer">
            <Prose text={feedback.rightAnswer} />
          </Paragraph>
        )
      )}
      <Box marginTop={1} flexDirection="column">
        <Text>
          <Text isBold tone="accent">
            {'To keep: '}
          </Text>
          {feedback.idea}
        </Text>
        <Text tone="quiet">{nextText(feedback)}</Text>
        {feedback.isLeech && (
          <Text tone="quiet">This one keeps slipping. w says so when the question itself is wrong.</Text>
        )}
      </Box>
    </Scroll>
  )
}

function nextText({ next }: QuizFeedback): string {
  if (!next) return 'This answer was practice: the schedule stays as it was.'
  return next.days <= 1 ? 'It comes back tomorrow.' : `It comes back in ${count(next.days, 'day')}.`
}
