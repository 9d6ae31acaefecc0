import { editField, fieldWith } from '../../text/field.js'
import { moveScroll } from '../cursor.js'
import type { Intent } from '../event.js'
import type { Overlay } from '../overlay.js'
import type { Session } from '../session.js'
import { type Step, stay } from '../step.js'

/** Returns the step for an intent while something lies over the screen. */
export function overlayIntent(session: Session, overlay: Overlay, intent: Intent): Step {
  return stay({
    ...session,
    overlay: overlay.name === 'help' ? onHelp(session, overlay, intent) : onPalette(overlay, intent),
  })
}

function onHelp(session: Session, help: Overlay & { name: 'help' }, intent: Intent): Overlay | null {
  const { field, filter } = help
  switch (intent.type) {
    case 'went-back':
      if (field) return { ...help, field: null }
      return filter === '' ? null : { ...help, filter: '', scroll: 0 }
    case 'filter-opened':
      return { ...help, field: fieldWith(filter), scroll: 0 }
    case 'accepted':
      return field ? { ...help, field: null, filter: field.text.trim() } : help
    case 'field-edited':
      return field ? { ...help, field: editField(field, intent.edit), scroll: 0 } : help
    default:
      return { ...help, scroll: moveScroll(help.scroll, intent, session.scrollLimit, session.size) }
  }
}

function onPalette(palette: Overlay & { name: 'palette' }, intent: Intent): Overlay | null {
  switch (intent.type) {
    case 'went-back':
      return null
    case 'field-edited':
      return { ...palette, field: editField(palette.field, intent.edit), cursor: 0 }
    case 'row-marked':
      return { ...palette, cursor: intent.row }
    default:
      return palette
  }
}
