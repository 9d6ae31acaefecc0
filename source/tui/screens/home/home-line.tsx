import { estimateMinutes } from '../../../core/session/estimate.js'
import type { HomeRow } from '../../../core/session/selectors.js'
import { count } from '../../../core/text/words.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { cell, clipPath, columnsOf } from '../../theme/measure.js'

/** Columns from which a line has room for the time it takes. */
const WIDE = 66

type HomeLineProps = {
  readonly row: HomeRow
  readonly isMarked: boolean
  /** The smallest useful session, when nothing is to be resumed. */
  readonly isFirst: boolean
  readonly columns: number
}

/** Something to do: go on where the last session stopped, or a kind of weakness with its places and the time it takes. */
export function HomeLine({ row, isMarked, isFirst, columns }: HomeLineProps) {
  if (row.kind === 'resume') {
    const start = columns >= WIDE ? 'Go on where you stopped: ' : 'Go on: '
    const where = clipPath(`${row.finding.path}:${row.finding.startLine}`, columns - columnsOf(start))
    return (
      <Text isBold={isMarked} wrap="truncate">
        {start + where}
      </Text>
    )
  }
  const { title, findings, severity } = row.group
  const places = count(findings.length, 'place').padEnd(11)
  const time =
    columns >= WIDE ? `about ${count(estimateMinutes(findings.length), 'minute')}`.padStart(17) : ''
  const room = columns - columnsOf(places) - columnsOf(time) - 9
  const name = isFirst && columns >= WIDE ? `Start with ${title}` : title
  return (
    <>
      <Text isBold={isMarked}>{cell(name, room)}</Text>
      <Text>{` ${places}`}</Text>
      <SeverityWord severity={severity} />
      <Text tone="quiet">{time}</Text>
    </>
  )
}
