import { runsInFront } from '../../../core/session/fix-view.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE } from './common.js'

/** Keys of the screen on which an assistant is asked for a fix. */
export const ASK: readonly Binding[] = [
  {
    ...enter('ask it', 'let the assistant work on a copy; what it writes comes back as a diff to look at'),
    keys: ['enter'],
    disabled: session => (runsInFront(session.screen) ? 'It is at work. Esc stops it.' : null),
  },
  {
    ...BACK,
    help: 'stop the assistant and what it started; else go back',
    labelNow: session => (runsInFront(session.screen) ? 'stop it' : null),
  },
  ...MOVE,
]
