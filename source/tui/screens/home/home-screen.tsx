import { Box } from 'ink'
import { homeRows } from '../../../core/session/selectors.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { wrap } from '../../theme/measure.js'
import { assistantText } from './assistant-text.js'
import { HomeLine } from './home-line.js'
import { ScanLine, scanRows } from './scan-line.js'

/** Rows that the list keeps, however much else there is to tell. */
const LEAST = 6

/** Where every session begins: what was found, in groups that one sitting can finish. */
export function HomeScreen({ cursor }: { readonly cursor: number }) {
  const { columns, rows } = useBodySize()
  const session = useSession(whole => whole)
  const lines = homeRows(session)
  const text = assistantText(session)
  const free = rows - scanRows(session, columns) - 1
  const told = text === '' ? 0 : wrap(text, columns).length + 1
  const isTold = told > 0 && free - told >= LEAST
  return (
    <Box flexDirection="column">
      <ScanLine session={session} columns={columns} />
      <Box marginTop={1} flexDirection="column">
        {lines.length === 0 ? (
          <NothingLeft isScanned={session.scan.status === 'done'} />
        ) : (
          <WindowList
            rows={lines}
            cursor={Math.min(cursor, lines.length - 1)}
            height={Math.max(2, isTold ? free - told : free)}
            keyOf={row => (row.kind === 'group' ? row.group.weakness : 'resume')}
            renderRow={(row, isMarked) => (
              <HomeLine
                row={row}
                isMarked={isMarked}
                isFirst={row === lines[0] && row.kind === 'group'}
                columns={columns - 2}
              />
            )}
          />
        )}
      </Box>
      {isTold && (
        <Box marginTop={1} flexDirection="column">
          <Prose tone="quiet" text={text} />
        </Box>
      )}
    </Box>
  )
}

function NothingLeft({ isScanned }: { readonly isScanned: boolean }) {
  if (!isScanned) return null
  return (
    <Box flexDirection="column">
      <Text tone="good">Nothing is left to fix here.</Text>
      <Prose text="2 shows what your assistants learned, 3 asks what you remember." />
    </Box>
  )
}
