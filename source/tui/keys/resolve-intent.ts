import { moveCursor } from '../../core/session/cursor.js'
import type { Intent } from '../../core/session/event.js'
import type { Session } from '../../core/session/session.js'
import { restoreKey } from './capture-key.js'
import { type Binding, intentOf } from './key-binding.js'
import { movableKeys } from './movable-keys.js'

/** Returns the intent of a binding in a session. On the screen of keys it is about the row of the table that is marked. */
export function resolveIntent(binding: Binding, session: Session): Intent {
  const intent = intentOf(binding, session)
  return session.screen.name === 'keys' ? forKeys(session, session.screen.cursor, intent) : intent
}

function forKeys(session: Session, cursor: number, intent: Intent): Intent {
  const rows = movableKeys(session)
  const at = Math.max(0, Math.min(cursor, rows.length - 1))
  switch (intent.type) {
    case 'moved':
    case 'jumped':
      return { type: 'row-marked', row: moveCursor(at, intent, rows.length, session.size) }
    case 'accepted':
    case 'default-wanted': {
      const id = rows[at]?.binding.id
      if (session.screen.name === 'keys' && session.screen.field) return intent
      if (id === undefined) return { type: 'refused', reason: 'No action holds these words.' }
      return intent.type === 'accepted' ? { type: 'key-wanted', binding: id } : restoreKey(session, id)
    }
    default:
      return intent
  }
}
