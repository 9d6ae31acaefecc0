import { Box } from 'ink'
import { countSeverities } from '../../../core/session/selectors.js'
import type { Session } from '../../../core/session/session.js'
import { count, duration } from '../../../core/text/words.js'
import { Text } from '../../components/text.js'
import { fillKeys } from '../../keys/fill-keys.js'
import { clip, columnsOf } from '../../theme/measure.js'
import { toneOf } from '../../theme/tones.js'

/** The lines about the scan, as text: what was found, how bad, what could not be read. */
type ScanText = { readonly what: string; readonly severities: string; readonly unread: string }

function scanText({ scan, findings }: Session): ScanText {
  const severities = countSeverities(findings).map(([severity, number]) => `${number} ${severity}`)
  return {
    what: `${count(findings.length, 'finding')} in ${count(scan.files, 'file')} · ${duration(scan.durationMs)}`,
    severities: severities.join('  '),
    unread:
      scan.unread > 0
        ? `${count(scan.unread, 'file')} could not be read whole; guardrail-coach scan lists them.`
        : '',
  }
}

/** Returns how many rows the scan line takes at a width. */
export function scanRows(session: Session, columns: number): number {
  if (session.scan.status !== 'done') return 1
  const { what, severities, unread } = scanText(session)
  const isOne = columnsOf(what) + columnsOf(severities) + 2 <= columns
  return (isOne || severities === '' ? 1 : 2) + (unread === '' ? 0 : 1)
}

/** What the scan found, worst first, in colour and in words. */
export function ScanLine({ session, columns }: { readonly session: Session; readonly columns: number }) {
  const { scan, findings } = session
  const { keys } = session.settings
  if (scan.status === 'cancelled')
    return <Text tone="warn">{fillKeys('The scan was stopped. [[scan]] scans again.', keys)}</Text>
  if (scan.status === 'failed')
    return <Text tone="bad">{fillKeys('The scan failed. [[scan]] tries again.', keys)}</Text>
  if (scan.status !== 'done') return <Text tone="quiet">The project is being scanned.</Text>
  const { what, unread } = scanText(session)
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box justifyContent="space-between" columnGap={2} flexWrap="wrap" width={columns}>
        <Text isBold>{what}</Text>
        <Text wrap="truncate">
          {countSeverities(findings).map(([severity, number], index) => (
            <Text key={severity} tone={toneOf(severity)}>
              {`${index > 0 ? '  ' : ''}${number} ${severity}`}
            </Text>
          ))}
        </Text>
      </Box>
      {unread !== '' && <Text tone="quiet">{clip(unread, columns)}</Text>}
    </Box>
  )
}
