import { Box } from 'ink'
import type { Finding } from '../../../core/finding/finding.js'
import type { FindingsScreen as Shown } from '../../../core/session/screen.js'
import { listedFindings } from '../../../core/session/selectors.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell, clipPath, columnsOf } from '../../theme/measure.js'

/** Every open finding, one a line. */
export function FindingsScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const listed = useSession(session => listedFindings(session, screen))
  const later = useSession(session => session.later)
  const isFiltered = screen.field !== null || screen.filter !== ''
  return (
    <Box flexDirection="column">
      {screen.field && <TextField label="Filter" field={screen.field} />}
      {!screen.field && screen.filter !== '' && (
        <Text tone="quiet">{`Filter: ${screen.filter} (Esc shows all)`}</Text>
      )}
      {listed.length === 0 ? (
        <Text tone="quiet">{isFiltered ? 'No finding holds these words.' : 'There are no findings.'}</Text>
      ) : (
        <WindowList
          rows={listed}
          cursor={Math.min(screen.cursor, listed.length - 1)}
          height={Math.max(2, rows - (isFiltered ? 1 : 0))}
          keyOf={finding => finding.fingerprint}
          renderRow={(finding, isMarked) => (
            <FindingLine
              finding={finding}
              isMarked={isMarked}
              isLater={later.includes(finding.fingerprint)}
              columns={columns - 2}
            />
          )}
        />
      )}
    </Box>
  )
}

type FindingLineProps = {
  readonly finding: Finding
  readonly isMarked: boolean
  readonly isLater: boolean
  readonly columns: number
}

function FindingLine({ finding, isMarked, isLater, columns }: FindingLineProps) {
  const room = columns - 9
  const where = clipPath(`${finding.path}:${finding.startLine}`, Math.floor(room * 0.55))
  const title = `${finding.title}${isLater ? ' (later)' : ''}`
  return (
    <>
      <SeverityWord severity={finding.severity} />
      <Text isBold={isMarked}>{` ${cell(title, room - columnsOf(where) - 1)} `}</Text>
      <Text tone="quiet">{where}</Text>
    </>
  )
}
