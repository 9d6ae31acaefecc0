import { findingRows } from '../../../core/session/finding-rows.js'
import { plannedSession } from '../../../core/session/selectors.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE, NAVIGATION, TAB_KEYS, UNDO, UNDO_LIST } from './common.js'

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

const needsFindings = ({ scan }: Session) =>
  scan.status === 'running' ? 'The findings come when the scan is done. Esc stops it.' : null

/** Keys while the project is scanned. */
export const SCANNING: readonly Binding[] = [
  { ...BACK, label: 'stop scan', help: 'stop the scan' },
  ...NAVIGATION.map(binding =>
    binding.id === 'tab.home' || binding.id === 'tab.findings'
      ? { ...binding, disabled: needsFindings }
      : { ...binding, help: `${binding.help}; the scan goes on` },
  ),
]

/** Keys of the home screen. */
export const HOME: readonly Binding[] = [
  {
    ...enter('start', 'start with the marked line'),
    disabled: session =>
      session.findings.length > 0 ? null : 'There is nothing to fix. [[scan]] scans again, 3 opens the quiz.',
  },
  {
    id: 'home.session',
    keys: ['s'],
    label: 'session',
    labelNow: ({ settings }) => `${settings.sessionMinutes} minutes`,
    help: 'start a session of the length that is set: the worst first, as many as the time allows',
    rank: 9,
    intent: { type: 'session-wanted' },
    disabled: session =>
      plannedSession(session).length > 0
        ? null
        : 'There is nothing to fix, or all of it is set aside for later.',
  },
  ...TAB_KEYS,
  FILTER,
  RESCAN,
  UNDO,
  UNDO_LIST,
  ...MOVE,
]

function markedRule(session: Session): string | null {
  const { screen } = session
  const row = screen.name === 'findings' ? findingRows(session, screen)[screen.cursor] : undefined
  if (row?.kind !== 'rule') return null
  return row.isFolded ? 'unfold' : 'fold'
}

/** Keys of the list of findings. */
export const FINDINGS: readonly Binding[] = [
  {
    ...enter('open', 'open the marked finding; on a rule, fold its findings away or show them'),
    labelNow: markedRule,
    disabled: session => {
      const { screen } = session
      if (session.findings.length === 0) return 'There are no findings.'
      const isEmpty = screen.name === 'findings' && findingRows(session, screen).length === 0
      return isEmpty ? 'No finding holds these words. Esc shows all again.' : null
    },
  },
  FILTER,
  {
    id: 'order',
    keys: ['o'],
    label: 'order',
    help: 'sort by severity, by how sure, by file, or the newest first',
    rank: 25,
    intent: { type: 'order-changed' },
  },
  {
    id: 'findings.group',
    keys: ['b'],
    label: 'one by one',
    labelNow: ({ screen }) => (screen.name === 'findings' && !screen.isGrouped ? 'by rule' : null),
    help: 'put the findings under their rules, or list them one by one',
    rank: 26,
    intent: { type: 'grouping-switched' },
  },
  {
    id: 'findings.fold',
    keys: ['z'],
    label: 'fold',
    labelNow: ({ screen }) => (screen.name === 'findings' && screen.folded.length > 0 ? 'unfold' : null),
    help: 'fold the findings of every rule away, or show them all again',
    rank: 27,
    intent: { type: 'groups-folded' },
    disabled: ({ screen }) =>
      screen.name === 'findings' && !screen.isGrouped
        ? 'There is nothing to fold in this list. [[findings.group]] puts it by rule.'
        : null,
  },
  RESCAN,
  UNDO,
  UNDO_LIST,
  BACK,
  ...NAVIGATION,
  ...MOVE,
]
