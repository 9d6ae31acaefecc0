import { Box } from 'ink'
import type { KeysScreen as Shown } from '../../../core/session/screen.js'
import type { Keymap } from '../../../core/settings/settings.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { boundKeys } from '../../keys/keymap.js'
import { keysText } from '../../keys/keys-text.js'
import { findMovable, type MovableKey, movableKeys } from '../../keys/movable-keys.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell, clip } from '../../theme/measure.js'

const KEYS = 22
const NARROW = 60
const NAME = 21

/** Every action whose key can be moved, with its keys as they are now. */
export function KeysScreen({ screen }: { readonly screen: Shown }) {
  const { rows } = useBodySize()
  const keymap = useSession(session => session.settings.keys)
  const listed = movableKeys({ screen })
  const isSearched = screen.field !== null || screen.filter !== ''
  const height = rows - (isSearched ? 1 : 0) - (screen.waiting === null ? 0 : 1)
  return (
    <Box flexDirection="column">
      {screen.waiting !== null && (
        <Text isBold tone="accent">
          {`Press the new key for “${findMovable(screen.waiting)?.label ?? ''}”. Esc leaves it as it is.`}
        </Text>
      )}
      {screen.field && <TextField label="Filter" field={screen.field} />}
      {!screen.field && isSearched && <Text tone="quiet">{`Filter: ${screen.filter} (Esc shows all)`}</Text>}
      {listed.length === 0 ? (
        <Text tone="quiet">No action holds these words.</Text>
      ) : (
        <WindowList
          rows={listed}
          cursor={Math.min(screen.cursor, listed.length - 1)}
          height={Math.max(2, height)}
          keyOf={row => row.binding.id}
          renderRow={(row, isMarked) => <KeyLine row={row} isMarked={isMarked} keymap={keymap} />}
        />
      )}
    </Box>
  )
}

type KeyLineProps = { readonly row: MovableKey; readonly isMarked: boolean; readonly keymap: Keymap }

function KeyLine({ row, isMarked, keymap }: KeyLineProps) {
  const { columns } = useBodySize()
  const { binding, places } = row
  const isMoved = keymap[binding.id] !== undefined
  const keys = `${keysText(boundKeys(binding, keymap))}${isMoved ? ' (moved)' : ''}`
  const width = columns < NARROW ? 14 : KEYS
  const where = places.length > 2 ? `${places[0]} and ${places.length - 1} more` : places.join(', ')
  return (
    <>
      <Text tone={isMoved ? 'accent' : undefined}>{cell(keys, width)}</Text>
      <Text isBold={isMarked}>{` ${cell(binding.label, NAME)}`}</Text>
      <Text tone="quiet">{` ${clip(where, Math.max(0, columns - 2 - width - NAME - 2))}`}</Text>
    </>
  )
}
