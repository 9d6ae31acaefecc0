import { confidenceWord } from '../../../core/finding/confidence-words.js'
import type { Finding } from '../../../core/finding/finding.js'
import type { FindingRow } from '../../../core/session/finding-rows.js'
import { count } from '../../../core/text/words.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { GLYPHS } from '../../theme/glyphs.js'
import { cell, clip, clipPath, columnsOf } from '../../theme/measure.js'

/** Columns from which there is room for the rule's own name, and for how sure it is. */
const WIDE = 70
const ROOMY = 64
/** Columns of the names of folded rules, so that what stands behind them is in one column. */
const FOLDED = 36

type RuleLineProps = {
  readonly row: FindingRow & { readonly kind: 'rule' }
  readonly isMarked: boolean
  readonly columns: number
}

/** A rule with how many places it found; its findings stand below unless they are folded away. */
export function RuleLine({ row, isMarked, columns }: RuleLineProps) {
  const places = count(row.findings.length, 'place')
  const id = columns >= WIDE ? `  ${row.ruleId}` : ''
  const room = columns - 2 - columnsOf(places) - 2 - 8 - columnsOf(id) - 1
  return (
    <>
      <Text tone="quiet">{`${row.isFolded ? GLYPHS.folded : GLYPHS.unfolded} `}</Text>
      <Text isBold={isMarked} isUnderlined={isMarked}>
        {row.isFolded ? cell(row.title, Math.min(room, FOLDED)) : clip(row.title, room)}
      </Text>
      <Text tone="quiet">{`  ${row.isFolded ? places.padEnd(10) : places} `}</Text>
      {row.isFolded && <SeverityWord severity={row.severity} />}
      <Text tone="quiet">{id}</Text>
    </>
  )
}

type FindingLineProps = {
  readonly finding: Finding
  readonly isMarked: boolean
  readonly isLater: boolean
  /** Whether its rule's name stands above it. */
  readonly isGrouped: boolean
  readonly columns: number
}

/** One finding: how bad, how sure, what (when no rule stands above it), where. */
export function FindingLine({ finding, isMarked, isLater, isGrouped, columns }: FindingLineProps) {
  const indent = isGrouped ? '  ' : ''
  const sure = columns >= ROOMY ? `${confidenceWord(finding.confidence).padEnd(14)}` : ''
  const room = columns - columnsOf(indent) - 9 - columnsOf(sure)
  const place = `${finding.path}:${finding.startLine}`
  if (isGrouped)
    return (
      <>
        <Text>{indent}</Text>
        <SeverityWord severity={finding.severity} />
        <Text tone="quiet">{` ${sure}`}</Text>
        <Text isBold={isMarked}>{clipPath(place, room - (isLater ? 8 : 0))}</Text>
        {isLater && <Text tone="quiet"> (later)</Text>}
      </>
    )
  const where = clipPath(place, Math.floor(room * 0.55))
  const title = `${finding.title}${isLater ? ' (later)' : ''}`
  return (
    <>
      <SeverityWord severity={finding.severity} />
      <Text tone="quiet">{` ${sure}`}</Text>
      <Text isBold={isMarked}>{`${cell(title, room - columnsOf(where) - 1)} `}</Text>
      <Text tone="quiet">{where}</Text>
    </>
  )
}
