import { Box } from 'ink'
import type { TargetsScreen as Shown, TargetLine } from '../../../core/session/screen.js'
import { Prose } from '../../components/prose.js'
import { Text } from '../../components/text.js'
import { WindowList } from '../../components/window-list.js'
import { useBodySize } from '../../session/use-body-size.js'
import { cell, clip, wrap } from '../../theme/measure.js'

const NAME = 34
const NARROW = 60

/** Which assistants' files a sync writes: the marked ones, or by use when none is marked. */
export function TargetsScreen({ screen }: { readonly screen: Shown }) {
  const { columns, rows } = useBodySize()
  if (screen.lines === null) return <Text>Looking which assistants are used here</Text>
  const text =
    screen.chosen.length === 0
      ? 'None is marked: a sync goes by what is used in this project. Nothing is written before you save.'
      : 'A sync writes for the marked ones. Nothing is written before you save.'
  const name = columns < NARROW ? 18 : NAME
  const told = wrap(text, columns).length
  return (
    <Box flexDirection="column">
      <Prose tone="quiet" text={text} />
      <Box marginTop={rows > 14 ? 1 : 0}>
        <WindowList
          rows={screen.lines}
          cursor={screen.cursor}
          height={Math.max(2, rows - told - (rows > 14 ? 1 : 0))}
          keyOf={line => line.id}
          renderRow={(line, isMarked) => (
            <>
              <Text tone="accent">{screen.chosen.includes(line.id) ? '[x] ' : '[ ] '}</Text>
              <Text isBold={isMarked}>{cell(line.name, name)}</Text>
              <Text tone="quiet">{` ${clip(targetText(line), columns - name - 7)}`}</Text>
            </>
          )}
        />
      </Box>
    </Box>
  )
}

function targetText({ isInUse, isProposed, path }: TargetLine): string {
  const state = isInUse ? 'used here, ' : isProposed ? 'written now, ' : ''
  return state + (path || 'no file of its own here')
}
