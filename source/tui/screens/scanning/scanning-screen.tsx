import { Box } from 'ink'
import { count } from '../../../core/text/words.js'
import { Meter } from '../../components/meter.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** The scan under way: how far it is and what it has found. */
export function ScanningScreen() {
  const { columns } = useBodySize()
  const { done, total, found } = useSession(session => session.scan)
  return (
    <Box flexDirection="column">
      <Text>{total > 0 ? 'Scanning the project' : 'Looking which files there are'}</Text>
      <Box marginTop={1}>
        <Meter done={done} total={total} columns={Math.min(50, columns - 2)} />
      </Box>
      <Text tone="quiet">
        {total > 0 ? `${done} of ${count(total, 'file')} · ${count(found, 'finding')} so far` : ' '}
      </Text>
    </Box>
  )
}
