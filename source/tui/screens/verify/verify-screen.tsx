import { Box } from 'ink'
import type { VerifyScreen as Shown } from '../../../core/session/screen.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'

const STATUS: Readonly<Record<Shown['status'], string>> = {
  applying: 'Writing the file, scanning it again.',
  failed: 'The fix did not hold.',
}

/** A fix being written and checked; when it did not hold, what happened and what was put back. */
export function VerifyScreen({ screen }: { readonly screen: Shown }) {
  const { problem } = screen
  return (
    <Box flexDirection="column">
      <Text>{screen.title}</Text>
      <Box marginTop={1} flexDirection="column">
        <Text isBold tone={screen.status === 'failed' ? 'bad' : 'accent'}>
          {STATUS[screen.status]}
        </Text>
        {problem && <Prose text={problem.message} />}
        {problem?.untouched !== undefined && <Prose tone="good" text={problem.untouched} />}
      </Box>
      {screen.status === 'failed' && (
        <Box marginTop={1}>
          <Prose text="Enter goes back to the fixes, worked out again on the file as it is now." />
        </Box>
      )}
    </Box>
  )
}
