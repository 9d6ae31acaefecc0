import { Box } from 'ink'
import { findingRows } from '../../../core/session/finding-rows.js'
import type { FindingsScreen as Shown } from '../../../core/session/findings-screen.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { FindingLine, RuleLine } from './finding-line.js'

/** Every open finding under its rule, or one a line. */
export function FindingsScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const lines = useSession(session => findingRows(session, screen))
  const later = useSession(session => session.later)
  const isFiltered = screen.field !== null || screen.filter !== ''
  return (
    <Box flexDirection="column">
      {screen.field && <TextField label="Filter" field={screen.field} />}
      {!screen.field && screen.filter !== '' && (
        <Text tone="quiet">{`Filter: ${screen.filter} (Esc shows all)`}</Text>
      )}
      {lines.length === 0 ? (
        <Text tone="quiet">{isFiltered ? 'No finding holds these words.' : 'There are no findings.'}</Text>
      ) : (
        <WindowList
          rows={lines}
          cursor={Math.min(screen.cursor, lines.length - 1)}
          height={Math.max(2, rows - (isFiltered ? 1 : 0))}
          unit={screen.isGrouped ? 'lines' : 'findings'}
          keyOf={row => (row.kind === 'rule' ? row.ruleId : row.finding.fingerprint)}
          renderRow={(row, isMarked) =>
            row.kind === 'rule' ? (
              <RuleLine row={row} isMarked={isMarked} columns={columns - 2} />
            ) : (
              <FindingLine
                finding={row.finding}
                isMarked={isMarked}
                isLater={later.includes(row.finding.fingerprint)}
                isGrouped={screen.isGrouped}
                columns={columns - 2}
              />
            )
          }
        />
      )}
    </Box>
  )
}
