import { reviewedRules } from '../../../core/session/selectors.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, HOME_KEY, MOVE, TAB_KEYS } from './common.js'

function markedStatus(session: Session): string | null {
  const { screen } = session
  return screen.name === 'rules' ? (reviewedRules(session.rules)[screen.cursor]?.status ?? null) : null
}

const needsRule = (session: Session) =>
  markedStatus(session) === null ? 'There is no learned rule yet. They come from fixes.' : null

/** Keys of the rule review. */
export const RULES: readonly Binding[] = [
  {
    id: 'rules.promote',
    keys: ['p', 'enter'],
    label: 'promote',
    help: 'let your assistants read this rule from the next sync on',
    rank: 0,
    intent: { type: 'promote-wanted' },
    disabled: session =>
      needsRule(session) ??
      (markedStatus(session) === 'promoted' ? 'This rule is promoted already. v shows the files.' : null),
  },
  {
    id: 'rules.sentence',
    keys: ['P'],
    label: 'promote the sentence',
    help: 'promote the sentence alone, when its detector does not hold; it is shown as not enforced',
    intent: { type: 'sentence-promoted' },
    disabled: needsRule,
  },
  {
    id: 'rules.edit',
    keys: ['e'],
    label: 'edit',
    help: 'change the sentence',
    rank: 10,
    intent: { type: 'edit-wanted' },
    disabled: needsRule,
  },
  {
    id: 'rules.retire',
    keys: ['r'],
    label: 'retire',
    help: 'take the rule out of use, with a reason; it stays on record',
    rank: 20,
    intent: { type: 'retire-wanted' },
    disabled: session =>
      needsRule(session) ?? (markedStatus(session) === 'retired' ? 'This rule is retired already.' : null),
  },
  {
    id: 'rules.files',
    keys: ['v'],
    label: 'see files',
    help: 'show every file that a sync would change, before anything is written',
    rank: 30,
    intent: { type: 'files-wanted' },
  },
  BACK,
  HOME_KEY,
  ...TAB_KEYS.map(({ rank: _rank, ...binding }) => binding),
  ...MOVE,
]

/** Keys of the files that a sync would change. */
export const FILES: readonly Binding[] = [
  {
    ...enter('write these files', 'write every file shown'),
    keys: ['enter'],
    disabled: session =>
      session.screen.name === 'files' && (session.screen.plan?.changes.length ?? 0) > 0
        ? null
        : 'There is nothing to write: the files are up to date.',
  },
  {
    id: 'files.next',
    keys: ['n', 'tab'],
    label: 'next file',
    help: 'show the next file',
    rank: 10,
    intent: { type: 'next-wanted' },
  },
  BACK,
  ...MOVE,
]

/** Keys of the progress screen. */
export const PROGRESS: readonly Binding[] = [{ ...BACK, rank: 1 }, HOME_KEY, ...TAB_KEYS, ...MOVE]
