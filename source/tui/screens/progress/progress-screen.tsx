import { Box } from 'ink'
import { countSeverities } from '../../../core/session/selectors.js'
import { count } from '../../../core/text/words.js'
import { Meter } from '../../components/meter.js'
import { Paragraph } from '../../components/paragraph.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { toneOf } from '../../theme/tones.js'

/** How far this project and this developer have come. */
export function ProgressScreen({ scroll }: { readonly scroll: number }) {
  const { columns, rows } = useBodySize()
  const findings = useSession(session => session.findings)
  const isScanned = useSession(session => session.scan.status === 'done')
  const rules = useSession(session => session.rules)
  const tally = useSession(session => session.tally)
  const cards = useSession(session => session.cardsDue)
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
        <Text>
          {cards > 0
            ? `${count(cards, 'quiz card')} ${cards === 1 ? 'is' : 'are'} due: 3 opens the quiz.`
            : 'No quiz card is due.'}
        </Text>
      </Paragraph>
    </Scroll>
  )
}
