import { Box } from 'ink'
import { estimateMinutes } from '../../../core/session/estimate.js'
import { countSeverities, findingGroups, type HomeRow, homeRows } from '../../../core/session/selectors.js'
import type { ScanState } from '../../../core/session/session.js'
import { count, duration } from '../../../core/text/words.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell, clipPath } from '../../theme/measure.js'
import { toneOf } from '../../theme/tones.js'
import { AssistantLines } from './assistant-lines.js'

/** Where every session begins: what was found, in groups that one sitting can finish. */
export function HomeScreen({ cursor }: { readonly cursor: number }) {
  const { columns, rows } = useBodySize()
  const scan = useSession(session => session.scan)
  const lines = useSession(homeRows)
  const groups = useSession(findingGroups).length
  return (
    <Box flexDirection="column">
      <ScanLine scan={scan} columns={columns} />
      <Box marginTop={1} flexDirection="column">
        {lines.length === 0 ? (
          <NothingLeft scan={scan} />
        ) : (
          <WindowList
            rows={lines}
            cursor={Math.min(cursor, lines.length - 1)}
            height={Math.max(2, rows - 5)}
            keyOf={row => (row.kind === 'group' ? row.group.weakness : 'resume')}
            renderRow={(row, isMarked) => (
              <HomeLine
                row={row}
                isMarked={isMarked}
                isFirst={row === lines[0] && groups === lines.length}
                columns={columns - 2}
              />
            )}
          />
        )}
      </Box>
      <Box flexGrow={1} />
      <AssistantLines columns={columns} />
    </Box>
  )
}

function ScanLine({ scan, columns }: { readonly scan: ScanState; readonly columns: number }) {
  const findings = useSession(session => session.findings)
  if (scan.status === 'cancelled') return <Text tone="warn">The scan was stopped. r scans again.</Text>
  if (scan.status === 'failed') return <Text tone="bad">The scan failed. r tries again.</Text>
  const counts = countSeverities(findings)
  const what = `${count(findings.length, 'finding')} in ${count(scan.files, 'file')} · ${duration(scan.durationMs)}`
  return (
    <Box justifyContent="space-between" columnGap={2} flexWrap="wrap">
      <Text isBold>{what}</Text>
      <Text wrap="truncate">
        {counts.map(([severity, number], index) => (
          <Text key={severity} tone={toneOf(severity)}>
            {`${index > 0 ? '  ' : ''}${number} ${severity}`}
          </Text>
        ))}
      </Text>
      {scan.unread > 0 && columns >= 60 && (
        <Text tone="quiet">{`${count(scan.unread, 'file')} could not be read whole: guardrail-coach scan lists them`}</Text>
      )}
    </Box>
  )
}

function NothingLeft({ scan }: { readonly scan: ScanState }) {
  if (scan.status !== 'done') return null
  return (
    <Box flexDirection="column">
      <Text tone="good">Nothing is left to fix here.</Text>
      <Text>2 shows what your assistants learned, 3 asks what you remember.</Text>
    </Box>
  )
}

type HomeLineProps = {
  readonly row: HomeRow
  readonly isMarked: boolean
  /** The smallest useful session, when nothing is to be resumed. */
  readonly isFirst: boolean
  readonly columns: number
}

function HomeLine({ row, isMarked, isFirst, columns }: HomeLineProps) {
  if (row.kind === 'resume') {
    const where = `${row.finding.path}:${row.finding.startLine}`
    return (
      <Text isBold={isMarked} wrap="truncate">
        {`Go on where you stopped: ${clipPath(where, columns - 25)}`}
      </Text>
    )
  }
  const { title, findings, severity } = row.group
  const places = count(findings.length, 'place').padEnd(11)
  const minutes = estimateMinutes(findings.length)
  const time = columns >= 70 ? `about ${count(minutes, 'minute')}` : `${minutes} min`
  const room = columns - places.length - 10 - (columns >= 70 ? 17 : 7)
  return (
    <>
      <Text isBold={isMarked}>{cell(isFirst ? `Start with ${title}` : title, room)}</Text>
      <Text>{` ${places}`}</Text>
      <SeverityWord severity={severity} />
      <Text tone="quiet">{time.padStart(columns >= 70 ? 17 : 7)}</Text>
    </>
  )
}
