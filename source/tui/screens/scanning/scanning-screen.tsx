import { Box } from 'ink'
import { progressWords } from '../../../core/text/progress-words.js'
import { count } from '../../../core/text/words.js'
import { Meter } from '../../components/meter.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** The scan under way: how far it is and what it has found. */
export function ScanningScreen() {
  const { columns } = useBodySize()
  const { done, total, found, elapsedMs, waitingFor } = useSession(session => session.scan)
  return (
    <Box flexDirection="column">
      <Text>{total > 0 || waitingFor ? 'Scanning the project' : 'Looking which files there are'}</Text>
      <Box marginTop={1}>
        <Meter done={done} total={total} columns={Math.min(50, columns - 2)} />
      </Box>
      <Text tone="quiet">{total > 0 ? progressWords({ done, total, elapsedMs }, 'file') : ' '}</Text>
      <Text tone="quiet">{total > 0 ? `${count(found, 'finding')} so far` : ' '}</Text>
      {waitingFor && <Text>{`${waitingFor.tool} is running, ${waitingFor.seconds} s`}</Text>}
    </Box>
  )
}
