import { Box } from 'ink'
import type { LearnedRule } from '../../../core/learned-rule/learned-rule.js'
import { mergeWords } from '../../../core/learned-rule/merge-words.js'
import { mergePair, partnersOf } from '../../../core/session/rule-selectors.js'
import type { MergeScreen as Shown } from '../../../core/session/rules-screen.js'
import { count } from '../../../core/text/words.js'
import { Fact } from '../../components/fact.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** Columns of the longest name. */
const NAMES = 11

/** Two rules and what would become of them; nothing is written before Enter. */
export function MergeScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const session = useSession(whole => whole)
  const pair = mergePair(session, screen)
  if (!pair) return <Text tone="warn">One of the two rules is gone. Esc goes back.</Text>
  const { keep, drop } = pair
  const partners = partnersOf(session, screen.rule).length
  const { outcome, warnings } = mergeWords(keep, drop)
  return (
    <Scroll offset={screen.scroll} height={rows}>
      {partners > 1 && (
        <Text tone="quiet">{`Rule ${screen.cursor + 1} of ${partners} it could be merged with.`}</Text>
      )}
      <Box marginBottom={warnings.length > 0 ? 1 : 0} flexDirection="column">
        {warnings.map(text => (
          <Prose key={text} text={`! ${text}`} tone="warn" />
        ))}
      </Box>
      <Side title="Stays" rule={keep} />
      <Side title="Goes" rule={drop} />
      <Text isBold>What is left</Text>
      {outcome.map(([name, value]) => (
        <Fact key={name} name={`  ${name}`} value={value} width={NAMES + 2} columns={columns} />
      ))}
    </Scroll>
  )
}

function Side({ title, rule }: { readonly title: string; readonly rule: LearnedRule }) {
  const fixes = count(rule.evidence.length, 'fix', 'fixes')
  return (
    <Box flexDirection="column" flexShrink={0} marginBottom={1}>
      <Text>
        <Text isBold>{title}</Text>
        <Text tone="quiet">{`  ${rule.id.slice(0, 8)} · ${rule.status} · ${fixes}`}</Text>
      </Text>
      <Prose text={rule.text} indent={2} />
    </Box>
  )
}
