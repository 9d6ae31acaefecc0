import { Box } from 'ink'
import type { LearnedRule, LearnedRuleStatus } from '../../../core/learned-rule/learned-rule.js'
import { ruleName } from '../../../core/session/rule-selectors.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useSession } from '../../session/use-session.js'
import { cell } from '../../theme/measure.js'
import type { Tone } from '../../theme/tones.js'

const STATE_TONES: Readonly<Record<LearnedRuleStatus, Tone>> = {
  candidate: 'accent',
  promoted: 'good',
  stale: 'warn',
  retired: 'quiet',
}

/** Columns of state, score and hits, each with the blanks before it. */
const STATE = 11
const SCORE = 6
const HITS = 6
const SEVERITY = 10
/** From here on there is room for the severity too. */
const ROOMY = 62

type RuleListProps = {
  readonly rules: readonly LearnedRule[]
  readonly cursor: number
  readonly columns: number
  readonly height: number
}

/** The learned rules, one a line, with the names of the columns above them where there is room. */
export function RuleList({ rules, cursor, columns, height }: RuleListProps) {
  const hasHead = height >= 5
  const widths = columnWidths(columns - 2)
  return (
    <Box width={columns} flexDirection="column" flexShrink={0}>
      {hasHead && (
        <Text tone="quiet" wrap="truncate">
          {`  ${cell('weakness', widths.name)}${'  state'.padEnd(STATE)}${'score'.padStart(SCORE)}${'hits'.padStart(HITS)}${widths.hasSeverity ? '  severity' : ''}`}
        </Text>
      )}
      <WindowList
        rows={rules}
        cursor={cursor}
        height={hasHead ? height - 1 : height}
        keyOf={rule => rule.id}
        renderRow={(rule, isMarked) => <RuleLine rule={rule} isMarked={isMarked} {...widths} />}
      />
    </Box>
  )
}

type Widths = { readonly name: number; readonly hasSeverity: boolean }

function columnWidths(columns: number): Widths {
  const hasSeverity = columns >= ROOMY
  const fixed = STATE + SCORE + HITS + (hasSeverity ? SEVERITY : 0)
  return { name: Math.max(8, columns - fixed), hasSeverity }
}

type RuleLineProps = Widths & { readonly rule: LearnedRule; readonly isMarked: boolean }

function RuleLine({ rule, isMarked, name, hasSeverity }: RuleLineProps) {
  const title = useSession(session => ruleName(rule, session.weaknesses))
  const score = useSession(session => session.review?.facts[rule.id]?.score ?? null)
  const hits = useSession(session => session.places[rule.id]?.places.length ?? null)
  const hitsText = rule.detector.kind === 'none' ? '-' : hits === null ? '…' : String(hits)
  return (
    <>
      <Text isBold={isMarked}>{cell(title, name)}</Text>
      <Text tone={STATE_TONES[rule.status]}>{`  ${rule.status.padEnd(STATE - 2)}`}</Text>
      <Text>{`${score === null ? '…' : score.toFixed(1)}`.padStart(SCORE)}</Text>
      <Text>{hitsText.padStart(HITS)}</Text>
      {hasSeverity && (
        <>
          <Text>{'  '}</Text>
          <SeverityWord severity={rule.severity} />
        </>
      )}
    </>
  )
}
