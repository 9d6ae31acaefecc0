import { Box } from 'ink'
import { countSeverities } from '../../../core/session/selectors.js'
import { count } from '../../../core/text/words.js'
import { Meter } from '../../components/meter.js'
import { Paragraph } from '../../components/paragraph.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell } from '../../theme/measure.js'
import { toneOf } from '../../theme/tones.js'

/** How far this project and this developer have come. */
export function ProgressScreen({ scroll }: { readonly scroll: number }) {
  const { columns, rows } = useBodySize()
  const findings = useSession(session => session.findings)
  const isScanned = useSession(session => session.scan.status === 'done')
  const rules = useSession(session => session.rules)
  const tally = useSession(session => session.tally)
  const cards = useSession(session => session.cards)
  const most = Math.max(1, ...countSeverities(findings).map(([, number]) => number))
  const promoted = rules.filter(rule => rule.status === 'promoted').length
  const fixes = new Set(rules.flatMap(rule => rule.evidence)).size
  return (
    <Scroll offset={scroll} height={rows}>
      <Paragraph title="Open findings">
        {!isScanned && <Text tone="quiet">Not scanned in this session. 0 goes home and scans.</Text>}
        {isScanned && findings.length === 0 && <Text tone="good">None.</Text>}
        {countSeverities(findings).map(([severity, number]) => (
          <Box key={severity}>
            <Text tone={toneOf(severity)}>{`${severity.padEnd(9)}${String(number).padStart(5)}  `}</Text>
            <Meter done={number} total={most} columns={Math.min(30, columns - 18)} />
          </Box>
        ))}
      </Paragraph>
      <Paragraph title="This session">
        <Text>{`${count(tally.mended.length, 'finding')} fixed, ${tally.exempted} exempted, ${count(tally.answered, 'question')} answered.`}</Text>
      </Paragraph>
      <Paragraph title="What the project learned">
        <Text>{`${count(fixes, 'verified fix', 'verified fixes')} behind ${count(rules.length, 'learned rule')}; ${promoted} promoted.`}</Text>
      </Paragraph>
      <Paragraph title="What you remember">
        {cards.length === 0 && <Text tone="quiet">Nothing yet: cards come from the lessons you read.</Text>}
        {cards.map(card => (
          <Text key={card.title} wrap="truncate">
            {cell(card.title, Math.min(34, columns - 32))}
            {` ${card.level.padEnd(10)}`}
            <Text tone="quiet">{`recall now ${Math.round(card.recall * 100)} %${card.isDue ? ', due' : ''}`}</Text>
          </Text>
        ))}
      </Paragraph>
    </Scroll>
  )
}
