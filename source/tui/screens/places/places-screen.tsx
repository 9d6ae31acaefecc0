import { Box } from 'ink'
import { placeLines } from '../../../core/learned-rule/review-sections.js'
import type { PlacesScreen as Shown } from '../../../core/session/rules-screen.js'
import { count } from '../../../core/text/words.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { SectionLines } from '../../components/section-list.js'
import { Text } from '../../components/text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** Where else a learned pattern matches: a person says whether these are mistakes too before it is promoted. */
export function PlacesScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const rule = useSession(session => session.rules.find(one => one.id === screen.rule) ?? null)
  const found = useSession(session => session.places[screen.rule] ?? null)
  const number = found?.places.length ?? 0
  if (!rule) return <Text tone="warn">This rule is gone. Esc goes back.</Text>
  return (
    <Scroll offset={screen.scroll} height={rows}>
      <Prose text={rule.text} isBold />
      <Box marginY={1} flexDirection="column">
        <Prose
          text={`Its pattern was learned here and also matches ${count(number, 'more place', 'more places')}. Once promoted, every scan reports them.`}
        />
      </Box>
      <SectionLines lines={placeLines(found, number)} columns={columns} />
    </Scroll>
  )
}
