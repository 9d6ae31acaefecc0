import { Box } from 'ink'
import type { LearnedRule } from '../../../core/learned-rule/learned-rule.js'
import type { RulesScreen as Shown } from '../../../core/session/screen.js'
import { reviewedRules } from '../../../core/session/selectors.js'
import { count } from '../../../core/text/words.js'
import { Scroll } from '../../components/scroll.js'
import { SeverityWord } from '../../components/severity-word.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell } from '../../theme/measure.js'
import { RuleDetail } from './rule-detail.js'

/** Columns from which list and detail stand beside each other. */
const WIDE = 100

/** What this project's fixes taught, and what a person decided about it. */
export function RulesScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const rules = useSession(session => reviewedRules(session.rules))
  const marked = rules[Math.min(screen.cursor, rules.length - 1)]
  if (!marked)
    return (
      <Box flexDirection="column">
        <Text>There is no learned rule yet.</Text>
        <Text tone="quiet">
          Fix a finding and keep what it teaches. v shows the base rules for this project&apos;s stack.
        </Text>
      </Box>
    )
  const isWide = columns >= WIDE - 2
  const listHeight = isWide ? rows : Math.min(rules.length, Math.max(2, Math.floor(rows / 2) - 1))
  const listColumns = isWide ? Math.floor(columns * 0.5) : columns
  const detailRows = isWide ? rows : rows - listHeight - 1
  const detailColumns = isWide ? columns - listColumns - 2 : columns
  return (
    <Box flexDirection={isWide ? 'row' : 'column'} columnGap={2} rowGap={1}>
      <Box width={listColumns} flexDirection="column" flexShrink={0}>
        <WindowList
          rows={rules}
          cursor={Math.min(screen.cursor, rules.length - 1)}
          height={listHeight}
          keyOf={rule => rule.id}
          renderRow={(rule, isMarked) => (
            <RuleLine rule={rule} isMarked={isMarked} columns={listColumns - 2} />
          )}
        />
      </Box>
      <Box width={detailColumns} flexDirection="column">
        {screen.ask ? (
          <Ask ask={screen.ask} />
        ) : (
          <Scroll offset={0} height={Math.max(3, detailRows)}>
            <RuleDetail rule={marked} columns={detailColumns} />
          </Scroll>
        )}
      </Box>
    </Box>
  )
}

function Ask({ ask }: { readonly ask: NonNullable<Shown['ask']> }) {
  return (
    <Box flexDirection="column" rowGap={1}>
      <Text isBold>{ask.of === 'edit' ? 'The sentence, at most 40 words:' : 'Why is it retired?'}</Text>
      <TextField label=">" field={ask.field} />
    </Box>
  )
}

const STATUS: Readonly<Record<LearnedRule['status'], string>> = {
  candidate: 'new',
  promoted: 'kept',
  stale: 'stale',
  retired: 'retired',
}

type RuleLineProps = { readonly rule: LearnedRule; readonly isMarked: boolean; readonly columns: number }

function RuleLine({ rule, isMarked, columns }: RuleLineProps) {
  const title = useSession(session => session.weaknesses[rule.weakness]?.title ?? rule.weakness)
  const name = rule.language === '' ? title : `${title} (${rule.language})`
  const fixes = count(rule.evidence.length, 'fix', 'fixes').padEnd(8)
  const room = columns - 7 - 9 - 9 - 2
  return (
    <>
      <Text isBold={isMarked}>{cell(name, Math.max(8, room))}</Text>
      <Text
        tone={rule.status === 'candidate' ? 'accent' : 'quiet'}
      >{` ${STATUS[rule.status].padEnd(8)}`}</Text>
      <Text>{` ${fixes}`}</Text>
      {columns >= 44 && <SeverityWord severity={rule.severity} />}
    </>
  )
}
