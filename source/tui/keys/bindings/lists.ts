import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE, NAVIGATION, TAB_KEYS, UNDO } from './common.js'

const FILTER: Binding = {
  id: 'filter',
  keys: ['/'],
  label: 'filter',
  help: 'show only findings that hold some words',
  rank: 20,
  intent: { type: 'filter-opened' },
}

const RESCAN: Binding = {
  id: 'scan',
  keys: ['r', 'f5'],
  label: 'rescan',
  help: 'scan the project again',
  rank: 30,
  intent: { type: 'scan-wanted' },
}

/** Keys of the welcome screen. */
export const WELCOME: readonly Binding[] = [
  enter('start', 'start, and let the coach keep its records in this project'),
  {
    id: 'welcome.decline',
    keys: ['n'],
    label: 'look only',
    help: 'start without keeping records; you are asked again when there is something to keep',
    rank: 5,
    intent: { type: 'declined' },
  },
]

/** Keys while the project is scanned. */
export const SCANNING: readonly Binding[] = [
  { ...BACK, label: 'stop scan', help: 'stop the scan' },
  ...NAVIGATION.filter(binding => binding.id !== 'tab.home' && binding.id !== 'tab.findings').map(
    binding => ({
      ...binding,
      help: `${binding.help}; the scan goes on`,
    }),
  ),
]

/** Keys of the home screen. */
export const HOME: readonly Binding[] = [
  {
    ...enter('start', 'start with the marked line'),
    disabled: session =>
      session.findings.length > 0 ? null : 'There is nothing to fix. r scans again, 3 opens the quiz.',
  },
  ...TAB_KEYS,
  FILTER,
  RESCAN,
  UNDO,
  ...MOVE,
]

/** Keys of the list of findings. */
export const FINDINGS: readonly Binding[] = [
  {
    ...enter('open', 'open the marked finding'),
    disabled: session => (session.findings.length > 0 ? null : 'There are no findings.'),
  },
  FILTER,
  {
    id: 'order',
    keys: ['o'],
    label: 'order',
    help: 'sort by severity or by file',
    rank: 25,
    intent: { type: 'order-changed' },
  },
  RESCAN,
  UNDO,
  BACK,
  ...NAVIGATION,
  ...MOVE,
]
