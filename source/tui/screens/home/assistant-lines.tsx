import { Box } from 'ink'
import type { Guardrails } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import { Text } from '../../components/text.js'
import { useSession } from '../../session/use-session.js'

/** What waits besides the findings: rules to review, cards to answer. */
export function AssistantLines({ columns }: { readonly columns: number }) {
  const rules = useSession(session => session.rules)
  const cards = useSession(session => session.cards).filter(card => card.isDue).length
  const guardrails = useSession(session => session.guardrails)
  const promoted = rules.filter(rule => rule.status === 'promoted').length
  const waiting = rules.filter(rule => rule.status === 'candidate').length
  const facts = [
    guardrailText(guardrails, promoted),
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

function guardrailText(guardrails: Guardrails | null, learned: number): string {
  if (!guardrails || guardrails.budget.rules === 0) return ''
  const { rules, tokens, maxTokens } = guardrails.budget
  const what = `${count(rules, 'rule')}, ${learned} learned here (${tokens} of ${maxTokens} tokens)`
  return guardrails.isSynced
    ? `Your assistants read ${what}.`
    : `Ready for your assistants: ${what}. 2, then v, shows the files.`
}
