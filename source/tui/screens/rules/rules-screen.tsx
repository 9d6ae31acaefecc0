import { Box } from 'ink'
import { nextOutWords } from '../../../core/guardrail/budget-words.js'
import { guardrailName, shownRules } from '../../../core/session/rule-selectors.js'
import type { RulesScreen as Shown } from '../../../core/session/rules-screen.js'
import { BlockMeter } from '../../components/block-meter.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { RuleAskView } from './rule-ask-view.js'
import { RuleDetail } from './rule-detail.js'
import { RuleList } from './rule-list.js'

/** Columns of the window from which list and detail stand beside each other; the body has two less. */
const WIDE = 98
/** Below this many rows one reads a rule on the whole screen. */
const LOW = 20

/** What this project's fixes taught, and what a person decided about it. */
export function RulesScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const all = useSession(session => session.rules.length)
  if (all === 0) return <NoRules />
  const isFiltered = screen.field !== null || screen.filter !== ''
  const paneRows = rows - 1 - (isFiltered ? 1 : 0)
  return (
    <Box flexDirection="column">
      {screen.field && <TextField label="Filter" field={screen.field} />}
      {!screen.field && screen.filter !== '' && (
        <Text tone="quiet">{`Filter: ${screen.filter} (Esc shows all)`}</Text>
      )}
      <Box height={paneRows} overflow="hidden">
        {columns >= WIDE ? (
          <WidePanes screen={screen} columns={columns} rows={paneRows} />
        ) : (
          <NarrowPanes screen={screen} columns={columns} rows={paneRows} />
        )}
      </Box>
      <Budget columns={columns} />
    </Box>
  )
}

type PaneProps = { readonly screen: Shown; readonly columns: number; readonly rows: number }

function WidePanes({ screen, columns, rows }: PaneProps) {
  const listColumns = Math.floor(columns * 0.46)
  return (
    <Box columnGap={2}>
      <List screen={screen} columns={listColumns} rows={rows} />
      <Detail screen={screen} columns={columns - listColumns - 2} rows={rows} />
    </Box>
  )
}

function NarrowPanes({ screen, columns, rows }: PaneProps) {
  const shown = useSession(session => shownRules(session, screen).length)
  const isAlone = screen.ask !== null || (screen.isReading && rows < LOW)
  const wanted = Math.min(shown + 1, Math.max(3, Math.floor(rows * 0.4)))
  const listRows = isAlone ? 0 : wanted
  return (
    <Box flexDirection="column" rowGap={isAlone ? 0 : 1}>
      {!isAlone && <List screen={screen} columns={columns} rows={listRows} />}
      <Detail screen={screen} columns={columns} rows={isAlone ? rows : rows - listRows - 1} />
    </Box>
  )
}

function List({ screen, columns, rows }: PaneProps) {
  const rules = useSession(session => shownRules(session, screen))
  if (rules.length === 0)
    return (
      <Box width={columns} flexShrink={0}>
        <Text tone="quiet">
          {screen.state === 'all' ? 'No rule holds these words.' : `No rule shown is ${screen.state}.`}
        </Text>
      </Box>
    )
  return (
    <RuleList
      rules={rules}
      cursor={Math.min(screen.cursor, rules.length - 1)}
      columns={columns}
      height={rows}
    />
  )
}

function Detail({ screen, columns, rows }: PaneProps) {
  const rules = useSession(session => shownRules(session, screen))
  const rule = rules[Math.min(screen.cursor, rules.length - 1)]
  if (screen.ask) return <RuleAskView ask={screen.ask} columns={columns} />
  if (!rule) return null
  return (
    <Box width={columns} flexDirection="column">
      <Scroll offset={screen.scroll} height={Math.max(2, rows)}>
        <RuleDetail rule={rule} columns={columns} />
      </Scroll>
    </Box>
  )
}

function Budget({ columns }: { readonly columns: number }) {
  const guardrails = useSession(session => session.guardrails)
  const weaknesses = useSession(session => session.weaknesses)
  if (!guardrails) return <Text tone="quiet">Measuring what your assistants read.</Text>
  const next = nextOutWords(guardrails.budget, one => guardrailName(one, weaknesses))
  return <BlockMeter budget={guardrails.budget} next={next} columns={columns} />
}

function NoRules() {
  return (
    <Box flexDirection="column">
      <Text>There is no learned rule yet.</Text>
      <Prose
        tone="quiet"
        text="Fix a finding and keep what it teaches. [[rules.files]] shows the base rules for this project's stack."
      />
    </Box>
  )
}
