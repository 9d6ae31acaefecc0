import { Box } from 'ink'
import type { Finding } from '../../../core/finding/finding.js'
import { changesOnly } from '../../../core/fix/hunk-lines.js'
import { shownHunks } from '../../../core/fix/shown-hunks.js'
import type { SetScreen as Shown } from '../../../core/session/fix-view.js'
import { chosenOf } from '../../../core/session/transitions/set.js'
import { count } from '../../../core/text/words.js'
import { DiffView } from '../../components/diff-view.js'
import { Prose } from '../../components/prose.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { clip, clipPath, columnsOf } from '../../theme/measure.js'
import type { Tone } from '../../theme/tones.js'

/** Share of the rows that the list of places may take. */
const LIST_SHARE = 0.45
/** Rows of the line above the list and the blank ones around it. */
const AROUND = 3

/** The same fix at many places: each with its change, to be chosen or left out; then how each came out. */
export function SetScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  const room = Math.max(3, Math.min(screen.findings.length, Math.floor((rows - AROUND) * LIST_SHARE)))
  const marked = screen.findings[screen.cursor]
  return (
    <Box flexDirection="column">
      <Text isBold tone="accent" wrap="truncate">
        {status(screen)}
      </Text>
      <Box marginTop={1} flexDirection="column" flexShrink={0}>
        <WindowList
          rows={screen.findings}
          cursor={screen.cursor}
          height={room}
          keyOf={finding => finding.fingerprint}
          renderRow={finding => <Place screen={screen} finding={finding} columns={columns - 2} />}
        />
      </Box>
      <Box marginTop={1} flexDirection="column">
        <Scroll offset={screen.scroll} height={Math.max(3, rows - room - AROUND)}>
          {marked && <Change screen={screen} finding={marked} columns={columns} />}
        </Scroll>
      </Box>
    </Box>
  )
}

function status(screen: Shown): string {
  const { findings, places, outcomes, fix } = screen
  const all = findings.length
  switch (screen.status) {
    case 'looking':
      return `Trying it at place ${Object.keys(places).length} of ${all}. ${fix.title}`
    case 'choosing':
      return `${chosenOf(screen).length} of ${count(all, 'place')} chosen. Nothing is written yet. ${fix.title}`
    case 'applying':
      return `Writing and scanning again: ${Object.keys(outcomes).length} of ${chosenOf(screen).length}.`
    case 'done': {
      const states = Object.values(outcomes).map(one => one.state)
      const fixed = states.filter(one => one === 'fixed').length
      const refused = states.filter(one => one === 'refused').length
      return `${count(fixed, 'place')} fixed and checked${refused > 0 ? `, ${refused} left as ${refused === 1 ? 'it was' : 'they were'}` : ''}.`
    }
  }
}

type PlaceProps = { readonly screen: Shown; readonly finding: Finding; readonly columns: number }

function Place({ screen, finding, columns }: PlaceProps) {
  const { box, mark, tone } = markOf(screen, finding)
  const room = columns - columnsOf(box) - columnsOf(mark) - 3
  const where = clipPath(`${finding.path}:${finding.startLine}`, room)
  const gap = ' '.repeat(Math.max(1, room - columnsOf(where)) + 1)
  return (
    <Text wrap="truncate">
      {`${box} ${where}`}
      <Text tone={tone}>{gap + mark}</Text>
    </Text>
  )
}

function markOf({ places, left, outcomes, status }: Shown, { fingerprint }: Finding) {
  const mark = (box: string, text: string, tone: Tone) => ({ box, mark: text, tone })
  const outcome = outcomes[fingerprint]
  if (outcome?.state === 'fixed') return mark('[x]', 'fixed and checked', 'good')
  if (outcome?.state === 'undone') return mark('[ ]', 'taken back', 'quiet')
  if (outcome?.state === 'refused') return mark('[ ]', 'left as it was', 'warn')
  const place = places[fingerprint]
  if (!place) return mark('[ ]', 'trying', 'quiet')
  if (!place.preview) return mark('[-]', 'does not go here', 'warn')
  if (status === 'done' || left.includes(fingerprint)) return mark('[ ]', 'left out', 'quiet')
  return mark('[x]', 'finding gone', 'good')
}

function Change({ screen, finding, columns }: PlaceProps) {
  const outcome = screen.outcomes[finding.fingerprint]
  const place = screen.places[finding.fingerprint]
  if (outcome?.state === 'refused') return <Prose tone="warn" text={outcome.reason} />
  if (!place) return <Text tone="quiet">Working it out.</Text>
  if (!place.preview) return <Prose tone="warn" text={place.reason} />
  const hunks = shownHunks(place.preview)
  return (
    <>
      <Text tone="quiet">{clip(finding.path, columns)}</Text>
      <DiffView hunks={changesOnly(hunks)} columns={columns} />
    </>
  )
}
