import type { SetScreen } from '../../../core/session/fix-view.js'
import type { Session } from '../../../core/session/session.js'
import { chosenOf } from '../../../core/session/transitions/set.js'
import { count } from '../../../core/text/words.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE } from './common.js'

const setOf = ({ screen }: Session): SetScreen | null => (screen.name === 'set' ? screen : null)
const isDone = (session: Session) => setOf(session)?.status === 'done'
const afterwards = (session: Session) => (isDone(session) ? null : 'This works once the fixes were applied.')
const isWriting = (session: Session) =>
  setOf(session)?.status === 'applying' ? 'One moment: the files are being written and scanned.' : null
const before = (session: Session) =>
  isWriting(session) ?? (isDone(session) ? 'The fixes were applied. u takes one back.' : null)

/** A page key would take the space bar, which chooses here. */
const MOVES = MOVE.map(binding => ({ ...binding, keys: binding.keys.filter(key => key !== 'space') }))

/** Keys of a set of fixes. */
export const SET: readonly Binding[] = [
  {
    ...enter('apply', 'apply the fix to every chosen place, file by file; once done, keep them and go on'),
    keys: ['enter'],
    labelNow: session => {
      const screen = setOf(session)
      if (!screen) return null
      return screen.status === 'done' ? 'keep' : `fix ${count(chosenOf(screen).length, 'place')}`
    },
    disabled: isWriting,
  },
  {
    id: 'set.toggle',
    keys: ['space'],
    shown: 'Space',
    label: 'in or out',
    help: 'choose the marked place, or leave it out',
    rank: 10,
    intent: { type: 'place-toggled' },
    disabled: before,
  },
  {
    id: 'set.toggle-all',
    keys: ['a'],
    label: 'all or none',
    help: 'choose every place, or leave all out',
    rank: 20,
    intent: { type: 'places-toggled' },
    disabled: before,
  },
  {
    id: 'set.undo',
    keys: ['u'],
    label: 'undo this',
    help: 'take the fix of the marked place back',
    rank: 10,
    intent: { type: 'undo-wanted' },
    disabled: afterwards,
  },
  {
    id: 'set.undo-all',
    keys: ['U'],
    label: 'undo all',
    help: 'take the fixes of all places back',
    rank: 20,
    intent: { type: 'all-undo-wanted' },
    disabled: afterwards,
  },
  {
    ...BACK,
    disabled: isWriting,
    help: 'go back; nothing was written. Once the fixes were applied, keep them and go on',
  },
  ...MOVES,
]

/** Keys of the list of fixes that can be taken back. */
export const UNDO_KEYS: readonly Binding[] = [
  {
    ...enter('take it back', 'take the marked fix back; other changes of its file stay'),
    keys: ['enter'],
    disabled: ({ screen }) => {
      const row = screen.name === 'undo' ? screen.rows?.[screen.cursor] : undefined
      return row ? row.reason : 'There is no fix to take back.'
    },
  },
  BACK,
  ...MOVE,
]
