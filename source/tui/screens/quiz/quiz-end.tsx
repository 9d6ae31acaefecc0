import { Box } from 'ink'
import type { QuizSummary } from '../../../core/quiz/quiz-session.js'
import { count } from '../../../core/text/words.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'

/** The end of a quiz, or why there is none today. */
export function QuizEnd({ summary }: { readonly summary: QuizSummary }) {
  const { asked, right, moved, nextDue, waiting } = summary
  const due = nextDue === null ? null : nextDue.slice(0, 10)
  if (asked === 0)
    return (
      <Box flexDirection="column" rowGap={1}>
        <Text isBold>{due === null ? 'There is no question yet.' : 'Nothing is due now.'}</Text>
        <Prose
          text={
            due === null
              ? 'Questions come from the lessons you read. Open a finding and its lesson first.'
              : `The next card is due on ${due}. [[quiz.practice]] practises all the same, without changing the schedule.`
          }
        />
        {waiting > 0 && (
          <Text tone="quiet">{`${count(waiting, 'card')} wait for tomorrow: two new ones a day stick better.`}</Text>
        )}
      </Box>
    )
  return (
    <Box flexDirection="column" rowGap={1}>
      <Text isBold tone="good">{`${right} of ${asked} right at the first try.`}</Text>
      <Box flexDirection="column">
        {moved.map(({ title, from, to }) => (
          <Text key={title}>{`${title}: ${from} to ${to}`}</Text>
        ))}
      </Box>
      {due !== null && <Text tone="quiet">{`The next card is due on ${due}.`}</Text>}
    </Box>
  )
}
