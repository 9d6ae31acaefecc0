import type { Intent } from '../../core/session/event.js'
import type { Session } from '../../core/session/session.js'
import type { FieldEdit } from '../../core/text/field.js'
import { bindingsFor, isTyping } from './bindings/all.js'
import { type Key, PASTE } from './key.js'
import { intentOf } from './key-binding.js'

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

/** Returns what a key means in a session, or null when it means nothing. A paste outside a text field means nothing. */
export function pressKey(session: Session, key: Key): Intent | null {
  if (isTyping(session) && !session.isHelpOpen) {
    const edit: FieldEdit | undefined =
      FIELD_EDITS[key.name] ?? (key.text === '' ? undefined : { kind: 'insert', text: key.text })
    if (edit) return { type: 'field-edited', edit }
  }
  if (key.name === PASTE) return null
  const binding = bindingsFor(session).find(one => one.keys.includes(key.name))
  if (!binding) return null
  const intent = intentOf(binding, session)
  const isNumber = /^[1-9]$/.test(key.name) && intent.type === 'accepted'
  return isNumber ? { type: 'number-pressed', number: Number(key.name) } : intent
}
