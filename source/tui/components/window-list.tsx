import { Box } from 'ink'
import type { ReactNode } from 'react'
import { GLYPHS } from '../theme/glyphs.js'
import { Text } from './text.js'

type WindowListProps<Row> = {
  readonly rows: readonly Row[]
  readonly cursor: number
  /** Rows of the screen it may take, the line that tells of more included. */
  readonly height: number
  /** What the rows are called where that is not plain, for the line that tells of more. */
  readonly unit?: string
  readonly keyOf: (row: Row) => string
  readonly renderRow: (row: Row, isMarked: boolean) => ReactNode
}

/** Returns the first row of a window of `height` rows that keeps the cursor inside it, away from its edges where it can. */
export function windowStart(cursor: number, count: number, height: number): number {
  const centred = cursor - Math.floor(height / 2)
  return Math.max(0, Math.min(centred, count - height))
}

/** A list that mounts only the rows on screen: 10,000 cost what 20 cost. */
export function WindowList<Row>({ rows, cursor, height, unit = '', keyOf, renderRow }: WindowListProps<Row>) {
  const isCut = rows.length > height
  const visible = Math.max(1, isCut ? height - 1 : height)
  const start = windowStart(cursor, rows.length, visible)
  const shown = rows.slice(start, start + visible)
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((row, index) => {
        const isMarked = start + index === cursor
        return (
          <Box key={keyOf(row)} height={1}>
            <Text tone="accent" isBold>
              {isMarked ? `${GLYPHS.cursor} ` : '  '}
            </Text>
            {renderRow(row, isMarked)}
          </Box>
        )
      })}
      {isCut && (
        <Text tone="quiet">
          {`  ${start + 1}–${start + shown.length} of ${rows.length} ${unit}`.trimEnd()}
        </Text>
      )}
    </Box>
  )
}
