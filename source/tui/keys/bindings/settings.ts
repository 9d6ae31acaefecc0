import { SETTING_ROWS } from '../../../core/session/screen.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE, NAVIGATION } from './common.js'

const row = ({ screen }: Session) => (screen.name === 'settings' ? SETTING_ROWS[screen.cursor] : undefined)

/** Keys of the settings. */
export const SETTINGS: readonly Binding[] = [
  {
    ...enter('change', 'take the next value of the marked setting, type it, or open its list'),
    labelNow: session => {
      const marked = row(session)
      if (marked === 'editor' || marked === 'tests') return 'type it'
      return marked === 'targets' || marked === 'keys' ? 'open' : null
    },
  },
  {
    id: 'settings.default',
    keys: ['d'],
    label: 'default',
    help: 'give the marked setting its first value back',
    rank: 10,
    intent: { type: 'default-wanted' },
    disabled: session =>
      row(session) === 'targets' || row(session) === 'keys'
        ? 'Enter opens it; the way back to the defaults is there.'
        : null,
  },
  BACK,
  ...NAVIGATION,
  ...MOVE,
]

const isChanged = ({ screen }: Session) =>
  screen.name === 'targets' &&
  (screen.chosen.length !== screen.saved.length || screen.chosen.some(id => !screen.saved.includes(id)))

/** Keys of the list of assistants; Space marks, so it does not turn the page here. */
export const TARGETS: readonly Binding[] = [
  {
    ...enter('save', 'save the marked ones in .guardrail-coach/config.yml of this project'),
    keys: ['enter'],
    disabled: session => (isChanged(session) ? null : 'Nothing is changed. Space marks an assistant.'),
  },
  {
    id: 'targets.switch',
    keys: ['space', 'x'],
    shown: 'Space',
    label: 'mark',
    help: 'mark the assistant, or take the mark away',
    rank: 5,
    intent: { type: 'target-switched' },
  },
  {
    id: 'targets.default',
    keys: ['d'],
    label: 'by use',
    help: 'take every mark away: the coach then goes by what is used in the project',
    rank: 10,
    intent: { type: 'default-wanted' },
    disabled: ({ screen }) =>
      screen.name === 'targets' && screen.chosen.length === 0
        ? 'No assistant is marked: the coach goes by use already.'
        : null,
  },
  { ...BACK, label: 'back, change nothing' },
  ...NAVIGATION,
  ...MOVE.map(binding => ({ ...binding, keys: binding.keys.filter(key => key !== 'space') })),
]

/** Keys of the keys: the view knows the rows, so moving is worked out in `resolve-intent.ts`. */
export const KEYS: readonly Binding[] = [
  enter('move it', 'press the new key for the marked action'),
  {
    id: 'keys.restore',
    keys: ['d'],
    label: 'default',
    help: 'give the marked action its own keys back',
    rank: 10,
    intent: { type: 'default-wanted' },
  },
  {
    id: 'keys.restore-all',
    keys: ['D'],
    label: 'all defaults',
    help: 'give every action its own keys back',
    rank: 20,
    intent: { type: 'keys-reset', binding: null, told: 'Every action has its own keys again.' },
    disabled: session =>
      Object.keys(session.settings.keys).length > 0 ? null : 'Every action has its own keys already.',
  },
  {
    id: 'keys.filter',
    keys: ['/'],
    label: 'filter',
    help: 'show only actions that hold some words',
    rank: 15,
    intent: { type: 'filter-opened' },
  },
  BACK,
  ...NAVIGATION,
  ...MOVE,
]
