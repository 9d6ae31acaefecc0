import type { Intent } from '../../core/session/event.js'
import type { Session } from '../../core/session/session.js'
import type { FieldEdit } from '../../core/text/field.js'
import { bindingsFor, isTyping } from './bindings-for.js'
import { captureKey } from './capture-key.js'
import { type Key, PASTE } from './key.js'
import { isNumbered } from './key-binding.js'
import { boundKeys } from './keymap.js'
import { resolveIntent } from './resolve-intent.js'

const FIELD_EDITS: Readonly<Record<string, FieldEdit>> = {
  backspace: { kind: 'delete-before' },
  delete: { kind: 'delete-after' },
  'ctrl+w': { kind: 'delete-word' },
  'alt+backspace': { kind: 'delete-word' },
  'ctrl+u': { kind: 'delete-all' },
  left: { kind: 'left' },
  right: { kind: 'right' },
  home: { kind: 'start' },
  'ctrl+a': { kind: 'start' },
  end: { kind: 'end' },
  'ctrl+e': { kind: 'end' },
}

/**
 * Returns what a key means in a session, or null when it means nothing. A paste outside a text field means nothing.
 * In a field keys type: those that the developer moved elsewhere are no exception.
 */
export function pressKey(session: Session, key: Key): Intent | null {
  const { screen } = session
  if (screen.name === 'keys' && screen.waiting !== null && !session.overlay)
    return captureKey(session, screen.waiting, key)
  const isField = isTyping(session)
  if (isField) {
    const edit: FieldEdit | undefined =
      FIELD_EDITS[key.name] ?? (key.text === '' ? undefined : { kind: 'insert', text: key.text })
    if (edit) return { type: 'field-edited', edit }
  }
  if (key.name === PASTE) return null
  const keymap = isField ? {} : session.settings.keys
  const binding = bindingsFor(session).find(one => boundKeys(one, keymap).includes(key.name))
  if (!binding) return null
  const intent = resolveIntent(binding, session)
  const isNumber = isNumbered(binding) && /^[1-9]$/.test(key.name) && intent.type === 'accepted'
  return isNumber ? { type: 'number-pressed', number: Number(key.name) } : intent
}
