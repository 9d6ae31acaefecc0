import type { Intent } from '../../core/session/event.js'
import type { Session } from '../../core/session/session.js'

/** One meaning of some keys on a screen: what the footer, the help and `docs/keys.md` say, and what pressing does. */
export type Binding = {
  /** Stable name, for example `fix.apply`. */
  readonly id: string
  readonly keys: readonly string[]
  /** How the keys are written where there is room for one of them ("↑↓"); else the first key. */
  readonly shown?: string
  /** One or two words for the footer. */
  readonly label: string
  /** Other words for the footer while the screen is in another state; null keeps `label`. */
  readonly labelNow?: (session: Session) => string | null
  /** What it does, for the help. */
  readonly help: string
  /** Order in the footer, lowest first; the highest are dropped first when it is narrow. Absent: help only. */
  readonly rank?: number
  /** Leaves the footer while it is disabled, although it is the main key: another one is needed more then. */
  readonly yields?: boolean
  readonly intent: Intent | ((session: Session) => Intent)
  /** Returns why the key does nothing now, or null. Absent: always works. */
  readonly disabled?: (session: Session) => string | null
}

/** Returns whether a binding takes several digits, so that the digit says which row is meant. */
export function isNumbered(binding: Binding): boolean {
  return binding.keys.filter(key => /^\d$/.test(key)).length > 1
}

/** Returns the intent of a binding in a session; a disabled one says why. */
export function intentOf(binding: Binding, session: Session): Intent {
  const reason = binding.disabled?.(session) ?? null
  if (reason !== null) return { type: 'refused', reason }
  return typeof binding.intent === 'function' ? binding.intent(session) : binding.intent
}
