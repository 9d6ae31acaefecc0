import type { Session } from '../../../core/session/session.js'
import { Fact } from '../../components/fact.js'
import { Scroll } from '../../components/scroll.js'
import { BINDINGS } from '../../keys/bindings/all.js'
import { GLOBAL } from '../../keys/bindings/common.js'
import type { Binding } from '../../keys/key-binding.js'
import { keysText } from '../../keys/keys-text.js'
import { useBodySize } from '../../session/use-body-size.js'
import { useSession } from '../../session/use-session.js'

/** Columns the keys take before what they do. */
const KEYS = 20
const NARROW = 60

/** Every key of the screen behind it: this screen's own first, then those that work everywhere. */
export function HelpScreen() {
  const { rows, columns } = useBodySize()
  const own = useSession(session => BINDINGS[session.screen.name])
  const session = useSession(whole => whole)
  return (
    <Scroll offset={session.helpScroll} height={rows}>
      {[...own, ...GLOBAL].map(binding => (
        <HelpLine key={binding.id} binding={binding} session={session} columns={columns} />
      ))}
    </Scroll>
  )
}

type HelpLineProps = { readonly binding: Binding; readonly session: Session; readonly columns: number }

function HelpLine({ binding, session, columns }: HelpLineProps) {
  const reason = binding.disabled?.(session) ?? null
  return (
    <Fact
      name={keysText(binding)}
      value={reason === null ? binding.help : `${binding.help} (now: ${reason})`}
      width={columns < NARROW ? 12 : KEYS}
      columns={columns}
      tone={reason === null ? 'accent' : 'quiet'}
      isBold
    />
  )
}
