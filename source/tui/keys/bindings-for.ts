import type { Session } from '../../core/session/session.js'
import { BINDINGS } from './bindings/all.js'
import { FIELD_KEYS, GLOBAL, MOVE, REDRAW } from './bindings/common.js'
import { HELP_KEYS } from './bindings/help-keys.js'
import { PALETTE_KEYS } from './bindings/palette-keys.js'
import type { Binding } from './key-binding.js'

/** While a filter is typed the arrows still move through what it leaves. */
const FILTER_KEYS: readonly Binding[] = [
  ...FIELD_KEYS,
  ...MOVE.map(binding => ({ ...binding, keys: binding.keys.filter(key => key.length > 1) })),
]

/** Returns whether a text field has the keys. */
export function isTyping({ screen, overlay }: Session): boolean {
  if (overlay) return overlay.name === 'palette' || overlay.field !== null
  switch (screen.name) {
    case 'findings':
    case 'keys':
    case 'remember':
    case 'tests':
      return screen.field !== null
    case 'quiz':
      return screen.turn?.field !== null && screen.turn?.field !== undefined && !screen.turn.feedback
    case 'fix':
      return screen.hole !== null
    case 'exempt':
      return screen.kind !== null
    case 'rules':
      return screen.ask !== null || screen.field !== null
    case 'settings':
      return screen.ask !== null
    default:
      return false
  }
}

function isFiltering({ screen }: Session): boolean {
  if (screen.name === 'findings' || screen.name === 'keys') return true
  return screen.name === 'rules' && screen.field !== null
}

/** Returns the bindings in force: those of an overlay, of a text field, or of the screen with the global ones. */
export function bindingsFor(session: Session): readonly Binding[] {
  const { overlay, screen } = session
  if (overlay?.name === 'palette') return [...PALETTE_KEYS, REDRAW]
  if (overlay) return [...(overlay.field ? FILTER_KEYS : HELP_KEYS), REDRAW]
  if (isTyping(session)) return [...(isFiltering(session) ? FILTER_KEYS : FIELD_KEYS), REDRAW]
  return [...BINDINGS[screen.name], ...GLOBAL]
}
