import type { Intent } from '../../../core/session/event.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { paletteActions } from '../palette-actions.js'
import { BACK, FIELD_KEYS } from './common.js'

/** Rows of the palette that a page key jumps. */
const PAGE = 10

function mark(to: (cursor: number, last: number) => number): (session: Session) => Intent {
  return session => {
    const last = paletteActions(session).length - 1
    const cursor = session.overlay?.name === 'palette' ? session.overlay.cursor : 0
    return { type: 'row-marked', row: Math.max(0, Math.min(last, to(Math.min(cursor, last), last))) }
  }
}

/** Returns what choosing the marked line does: the action, which closes the palette, or why it does nothing now. */
function chosen(session: Session): Intent {
  if (session.overlay?.name !== 'palette') return { type: 'went-back' }
  const actions = paletteActions(session)
  const action = actions[Math.min(session.overlay.cursor, actions.length - 1)]
  if (!action) return { type: 'refused', reason: 'No action fits these words.' }
  return action.reason === null ? { type: 'action-run', intent: action.intent } : action.intent
}

const move = (
  id: string,
  keys: readonly string[],
  help: string,
  to: Parameters<typeof mark>[0],
): Binding => ({
  id: `palette.${id}`,
  keys,
  label: id,
  help,
  intent: mark(to),
})

/** Keys of the palette; everything else types into its search. */
export const PALETTE_KEYS: readonly Binding[] = [
  {
    id: 'palette.run',
    keys: ['enter'],
    shown: 'Enter',
    label: 'do it',
    help: 'do the marked action',
    rank: 0,
    intent: chosen,
  },
  { ...BACK, id: 'palette.close', keys: ['escape'], label: 'close', help: 'close the palette', rank: 2 },
  {
    ...move('down', ['down', 'ctrl+n'], 'one row down', cursor => cursor + 1),
    shown: '↑↓',
    label: 'move',
    rank: 1,
  },
  move('up', ['up', 'ctrl+p'], 'one row up', cursor => cursor - 1),
  move('page-down', ['pagedown'], 'one page down', cursor => cursor + PAGE),
  move('page-up', ['pageup'], 'one page up', cursor => cursor - PAGE),
  ...FIELD_KEYS.filter(binding => binding.id === 'field.interrupt'),
]
