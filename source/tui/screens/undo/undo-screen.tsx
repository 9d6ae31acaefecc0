import { Box } from 'ink'
import type { UndoRow } from '../../../core/fix/undo-row.js'
import type { UndoScreen as Shown } from '../../../core/session/fix-view.js'
import { ago } from '../../../core/text/words.js'
import { DiffView } from '../../components/diff-view.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useNow } from '../../session/use-now.js'
import { clip, clipPath, columnsOf } from '../../theme/measure.js'

const LIST_SHARE = 0.4
/** The blank row between the list and the change. */
const GAP = 1

/** The fixes of this and earlier sessions, and what taking the marked one back would change. */
export function UndoScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  if (!screen.rows) return <Text tone="quiet">Reading what was fixed here.</Text>
  if (screen.rows.length === 0)
    return (
      <Prose text="There is no fix to take back. Fixes are listed here on the machine that made them; one that held a secret is kept nowhere." />
    )
  const room = Math.max(3, Math.min(screen.rows.length, Math.floor(rows * LIST_SHARE)))
  const marked = screen.rows[screen.cursor]
  return (
    <Box flexDirection="column">
      <WindowList
        rows={screen.rows}
        cursor={screen.cursor}
        height={room}
        keyOf={row => row.fix.id}
        renderRow={row => <Row row={row} columns={columns - 2} />}
      />
      <Box marginTop={GAP} flexDirection="column">
        <Scroll offset={screen.scroll} height={Math.max(3, rows - room - GAP)}>
          {marked && <Change row={marked} columns={columns} />}
        </Scroll>
      </Box>
    </Box>
  )
}

function Row({ row, columns }: { readonly row: UndoRow; readonly columns: number }) {
  const now = useNow()
  const { fix, reason } = row
  const when = reason === null ? ago(Date.parse(fix.at), now) : 'changed since'
  const where = `${fix.path}:${fix.line}`
  const room = columns - columnsOf(when) - 2
  const shownWhere = clipPath(where, Math.floor(room / 2))
  const text = clip(`${shownWhere}  ${fix.fix}`, room)
  return (
    <Text wrap="truncate">
      {text + ' '.repeat(Math.max(2, columns - columnsOf(text) - columnsOf(when)))}
      <Text tone={reason === null ? 'quiet' : 'warn'}>{when}</Text>
    </Text>
  )
}

function Change({ row, columns }: { readonly row: UndoRow; readonly columns: number }) {
  if (row.reason !== null) return <Prose tone="warn" text={row.reason} />
  return (
    <>
      <Prose text={`${row.fix.title}. Taking the fix back would change:`} />
      <DiffView hunks={row.hunks} columns={columns} />
    </>
  )
}
