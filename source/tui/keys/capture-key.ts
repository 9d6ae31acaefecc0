import type { Intent } from '../../core/session/event.js'
import type { Session } from '../../core/session/session.js'
import { type Key, PASTE } from './key.js'
import { boundKeys, KEY_SCOPES, refuseKey } from './keymap.js'
import { keysText, keyText } from './keys-text.js'
import { findMovable } from './movable-keys.js'

/** Returns what a key pressed for a binding means: it is taken, or refused with the reason; Esc leaves all as it was. */
export function captureKey(session: Session, id: string, key: Key): Intent | null {
  if (key.name === 'ctrl+c') return { type: 'stopped', code: 130 }
  if (key.name === 'escape') return { type: 'went-back' }
  if (key.name === PASTE) return null
  const reason = refuseKey(KEY_SCOPES, id, key.name, session.settings.keys)
  if (reason !== null) return { type: 'refused', reason }
  return { type: 'key-moved', binding: id, key: key.name, told: `Moved to ${keyText(key.name)}.` }
}

/** Returns what giving a binding its own keys back means; refused when another has one of them by now. */
export function restoreKey(session: Session, id: string): Intent {
  const { [id]: moved, ...others } = session.settings.keys
  const binding = findMovable(id)
  if (!binding || moved === undefined) return { type: 'refused', reason: 'It has its own keys already.' }
  for (const { title, bindings } of KEY_SCOPES.filter(scope => scope.bindings.some(one => one.id === id))) {
    const taken = bindings.find(
      one => one.id !== id && boundKeys(one, others).some(key => binding.keys.includes(key)),
    )
    if (taken) {
      const reason = `${keysText(binding.keys)} is “${taken.label}” by now (${title}). Move that one first.`
      return { type: 'refused', reason }
    }
  }
  return { type: 'keys-reset', binding: id, told: `Back on ${keysText(binding.keys)}.` }
}
