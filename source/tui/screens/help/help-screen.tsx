import { Box } from 'ink'
import type { Session } from '../../../core/session/session.js'
import { Fact } from '../../components/fact.js'
import { Scroll } from '../../components/scroll.js'
import { Text } from '../../components/text.js'
import { TextField } from '../../components/text-field.js'
import { BINDINGS } from '../../keys/bindings/all.js'
import { GLOBAL } from '../../keys/bindings/common.js'
import { fillKeys } from '../../keys/fill-keys.js'
import type { Binding } from '../../keys/key-binding.js'
import { boundKeys } from '../../keys/keymap.js'
import { keysText } from '../../keys/keys-text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** Columns the keys take before what they do. */
const KEYS = 28
const NARROW = 60

/** Every key of the screen behind it: this screen's own first, then those that work everywhere; a search narrows them. */
export function HelpScreen() {
  const { rows, columns } = useBodySize()
  const session = useSession(whole => whole)
  const { overlay } = session
  if (overlay?.name !== 'help') return null
  const filter = overlay.field?.text ?? overlay.filter
  const shown = helpLines(session, filter)
  const isSearched = overlay.field !== null || filter !== ''
  return (
    <Box flexDirection="column">
      {overlay.field && <TextField label="Search" field={overlay.field} />}
      {!overlay.field && isSearched && <Text tone="quiet">{`Search: ${filter} (Esc shows all)`}</Text>}
      {shown.length === 0 && <Text tone="quiet">No key of this screen holds these words.</Text>}
      <Scroll offset={overlay.scroll} height={rows - (isSearched ? 1 : 0)}>
        {shown.map(line => (
          <HelpLine key={line.binding.id} line={line} columns={columns} />
        ))}
      </Scroll>
    </Box>
  )
}

type Line = { readonly binding: Binding; readonly keys: string; readonly reason: string | null }

function helpLines(session: Session, filter: string): readonly Line[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return [...BINDINGS[session.screen.name], ...GLOBAL]
    .map(binding => ({
      binding,
      keys: keysText(boundKeys(binding, session.settings.keys)),
      reason: fillKeys(binding.disabled?.(session) ?? '', session.settings.keys) || null,
    }))
    .filter(({ binding, keys }) => {
      const text = `${keys} ${binding.label} ${binding.help}`.toLowerCase()
      return words.every(word => text.includes(word))
    })
}

function HelpLine({ line, columns }: { readonly line: Line; readonly columns: number }) {
  const { binding, keys, reason } = line
  return (
    <Fact
      name={keys}
      value={reason === null ? binding.help : `${binding.help} (not now: ${reason})`}
      width={columns < NARROW ? 12 : KEYS}
      columns={columns}
      tone={reason === null ? 'accent' : 'quiet'}
      isBold
    />
  )
}
