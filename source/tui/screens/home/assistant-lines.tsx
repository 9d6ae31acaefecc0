import { Box } from 'ink'
import { count } from '../../../core/text/words.js'
import { Text } from '../../components/text.js'
import { useSession } from '../../session/use-session.js'

/** What waits besides the findings: rules to review, cards to answer. */
export function AssistantLines({ columns }: { readonly columns: number }) {
  const rules = useSession(session => session.rules)
  const cards = useSession(session => session.cardsDue)
  const promoted = rules.filter(rule => rule.status === 'promoted').length
  const waiting = rules.filter(rule => rule.status === 'candidate').length
  const facts = [
    promoted > 0 ? `Your assistants read ${count(promoted, 'learned rule')}.` : '',
    waiting > 0
      ? `${count(waiting, 'learned rule')} ${waiting === 1 ? 'waits' : 'wait'} for your review.`
      : '',
    cards > 0 ? `${count(cards, 'quiz card')} ${cards === 1 ? 'is' : 'are'} due.` : '',
  ].filter(Boolean)
  if (facts.length === 0) return null
  return (
    <Box marginTop={1} columnGap={2} flexWrap="wrap" width={columns}>
      {facts.map(fact => (
        <Text key={fact} tone="quiet">
          {fact}
        </Text>
      ))}
    </Box>
  )
}
