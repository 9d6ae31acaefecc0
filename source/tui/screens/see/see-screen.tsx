import { Box } from 'ink'
import { otherPlaces } from '../../../core/session/finding-rows.js'
import { visitParameter } from '../../../core/session/selectors.js'
import type { LineOrigin, Visit } from '../../../core/session/session.js'
import { ago, count } from '../../../core/text/words.js'
import { AttackLines } from '../../components/attack-lines.js'
import { Paragraph } from '../../components/paragraph.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Trace } from '../../components/trace.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useNow } from '../../session/use-now.js'
import { useSession } from '../../session/use-session.js'

/** The finding itself: the developer's own code, the way of the data, what a stranger could do with it. */
export function SeeScreen({ visit, scroll }: { readonly visit: Visit; readonly scroll: number }) {
  const { columns, rows } = useBodySize()
  const now = useNow()
  const others = useSession(otherPlaces)
  const { origin } = visit
  const age = origin === null ? '' : `last changed ${ago(Date.parse(origin.at), now)}`
  return (
    <Scroll offset={scroll} height={rows}>
      <Trace finding={visit.finding} sources={visit.sources} columns={columns} aside={age} />
      <Box marginTop={1} flexDirection="column">
        <Prose text={visit.finding.message} />
      </Box>
      {visit.asksAuthor && (
        <Box marginTop={1} flexDirection="column">
          <Prose
            tone="accent"
            text="This line came in after you learned this one. Who wrote it: i I did, a an assistant, o it is older or I do not know."
          />
        </Box>
      )}
      {visit.lesson && (
        <Box marginTop={1} flexDirection="column">
          <AttackLines lesson={visit.lesson} parameter={visitParameter(visit)} />
        </Box>
      )}
      {others.length > 0 && (
        <Box marginTop={1}>
          <Paragraph>
            <Prose tone="quiet" text={othersText(others.map(one => `${one.path}:${one.startLine}`))} />
          </Paragraph>
        </Box>
      )}
      {origin && (
        <Box marginTop={others.length > 0 ? 0 : 1}>
          <Prose tone="quiet" text={originText(origin)} />
        </Box>
      )}
    </Scroll>
  )
}

/** Places named on the screen; the rest is counted. */
const NAMED = 3

function othersText(places: readonly string[]): string {
  const named = places.slice(0, NAMED).join(', ')
  const more = places.length - NAMED
  return `Same rule, other places: ${named}${more > 0 ? ` and ${count(more, 'more place')}` : ''}`
}

/** Digits of a commit that tell it apart in nearly every project, as git itself cuts them. */
const SHORT = 7

function originText({ commit, at, subject }: LineOrigin): string {
  return `Came in with commit ${commit.slice(0, SHORT)} on ${at.slice(0, 10)}: ${subject}`
}
