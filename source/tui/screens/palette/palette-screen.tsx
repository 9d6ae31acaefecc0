import { Box } from 'ink'
import type { Keymap } from '../../../core/settings/settings.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { WindowList } from '../../components/window-list.js'
import { fillKeys } from '../../keys/fill-keys.js'
import { boundKeys } from '../../keys/keymap.js'
import { keysText } from '../../keys/keys-text.js'
import { type PaletteAction, paletteActions } from '../../keys/palette-actions.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'
import { cell, clip, columnsOf } from '../../theme/measure.js'

/** Columns of an action's name, and of its keys where there is room for them. */
const NAME = 22
const KEYS = 16
const NARROW = 60

/** Every action by its name: what is typed narrows the list, a line that does nothing now says why. */
export function PaletteScreen() {
  const { rows, columns } = useBodySize()
  const session = useSession(whole => whole)
  const actions = paletteActions(session)
  if (session.overlay?.name !== 'palette') return null
  return (
    <Box flexDirection="column">
      <TextField label="Do" field={session.overlay.field} />
      {actions.length === 0 ? (
        <Text tone="quiet">No action fits these words.</Text>
      ) : (
        <WindowList
          rows={actions}
          cursor={Math.min(session.overlay.cursor, actions.length - 1)}
          height={Math.max(2, rows - 1)}
          keyOf={action => action.binding.id}
          renderRow={(action, isMarked) => (
            <ActionLine
              action={action}
              isMarked={isMarked}
              columns={columns - 2}
              keymap={session.settings.keys}
              keys={keysText(boundKeys(action.binding, session.settings.keys))}
            />
          )}
        />
      )}
    </Box>
  )
}

type ActionLineProps = {
  readonly action: PaletteAction
  readonly isMarked: boolean
  readonly columns: number
  readonly keys: string
  readonly keymap: Keymap
}

function ActionLine({ action, isMarked, columns, keys, keymap }: ActionLineProps) {
  const { binding, reason, text } = action
  const room = columns < NARROW ? 0 : KEYS
  const shown = clip(keys, room)
  const middle = columns - NAME - columnsOf(shown) - 2
  return (
    <>
      <Text isBold={isMarked} tone={reason === null ? undefined : 'quiet'}>
        {cell(binding.label, NAME)}
      </Text>
      <Text tone="quiet">{` ${cell(fillKeys(text, keymap), middle)} `}</Text>
      <Text tone={reason === null ? 'accent' : 'quiet'}>{shown}</Text>
    </>
  )
}
