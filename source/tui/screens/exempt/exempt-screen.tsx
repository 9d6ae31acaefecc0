import { Box } from 'ink'
import type { ExemptScreen as Shown } from '../../../core/session/screen.js'
import { Choice } from '../../components/choice.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useSession } from '../../session/use-session.js'

const KINDS = [
  {
    value: 'false-positive',
    title: 'It is not a vulnerability',
    detail: 'the coach is wrong about this place',
  },
  { value: 'accepted-risk', title: 'It is, and we accept it', detail: 'someone decided so, and knows why' },
] as const

/** Why a finding is not to be fixed: the kind, then the reason in words. */
export function ExemptScreen({ screen }: { readonly screen: Shown }) {
  const mayRecord = useSession(session => session.mayRecord)
  if (screen.kind === null)
    return (
      <Box flexDirection="column" rowGap={1}>
        <Text isBold>Why should this finding not count?</Text>
        <Choice
          items={KINDS}
          cursor={screen.cursor}
          renderItem={(item, isMarked) => (
            <Text wrap="truncate">
              <Text isBold={isMarked}>{item.title}</Text>
              <Text tone="quiet">{`: ${item.detail}`}</Text>
            </Text>
          )}
        />
      </Box>
    )
  return (
    <Box flexDirection="column" rowGap={1}>
      <Text isBold>{KINDS.find(kind => kind.value === screen.kind)?.title}</Text>
      <Text>The reason, for whoever reads it next year:</Text>
      <TextField label=">" field={screen.field} />
      {!mayRecord && (
        <Text tone="warn">It is kept in .guardrail-coach/ in your project, which this makes.</Text>
      )}
    </Box>
  )
}
