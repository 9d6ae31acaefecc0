import { fixChoices } from '../../../core/session/selectors.js'
import type { Session } from '../../../core/session/session.js'
import { setFindings } from '../../../core/session/transitions/set.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, HOME_KEY, MOVE, NAVIGATION, UNDO, UNDO_LIST } from './common.js'
import { TESTS_KEY } from './fix-view.js'

const FIXES: Binding = {
  id: 'fixes',
  keys: ['f'],
  label: 'fixes',
  help: 'go to the fixes at once',
  rank: 10,
  intent: { type: 'fixes-opened' },
}

const LATER: Binding = {
  id: 'later',
  keys: ['l'],
  label: 'later',
  help: 'set this finding aside and go on with the next',
  rank: 20,
  intent: { type: 'put-off' },
}

const EXEMPT: Binding = {
  id: 'exempt',
  keys: ['x'],
  label: 'exempt…',
  help: 'say why this is not a problem here',
  rank: 30,
  intent: { type: 'exempt-opened' },
}

const EDITOR: Binding = {
  id: 'editor',
  keys: ['e'],
  label: 'editor',
  help: 'open the file at this line in your editor; each save is scanned',
  rank: 40,
  intent: { type: 'editor-opened' },
  disabled: session =>
    session.editor ? null : 'No editor is set. Set one in the settings, or set EDITOR or VISUAL.',
}

const NEXT: Binding = {
  id: 'next',
  keys: ['n'],
  label: 'next',
  help: 'the next finding of this kind',
  rank: 50,
  intent: { type: 'next-wanted' },
}

const AUTHORS: readonly Binding[] = (
  [
    ['i', 'human', 'I wrote it', 'tell that you wrote this new line, so that the quiz asks you again soon'],
    ['a', 'ai', 'an assistant', 'tell that an assistant wrote this new line'],
    ['o', 'unknown', 'older', 'tell that this line is older, or that you do not know who wrote it'],
  ] as const
).map(([key, author, label, help]) => ({
  id: `author-${author}`,
  keys: [key],
  label,
  help,
  intent: { type: 'author-told', author },
  disabled: session =>
    session.visit?.asksAuthor
      ? null
      : 'The coach asks who wrote a line only when it came in after you learned this one.',
}))

/** Keys of the finding itself. */
export const SEE: readonly Binding[] = [
  enter('learn', 'read the lesson'),
  FIXES,
  LATER,
  EXEMPT,
  EDITOR,
  NEXT,
  UNDO,
  UNDO_LIST,
  BACK,
  ...NAVIGATION,
  ...AUTHORS,
  ...MOVE,
]

/** Keys of the lesson. */
export const LEARN: readonly Binding[] = [
  enter('go on', 'go on to the question, or to the fixes when there is none'),
  {
    id: 'skip',
    keys: ['s', 'f'],
    label: 'skip to the fixes',
    help: 'skip to the fixes; a skip costs nothing',
    rank: 10,
    intent: { type: 'lesson-skipped' },
  },
  { ...LATER, rank: 50 },
  BACK,
  ...NAVIGATION,
  ...MOVE,
]

/** Keys of the question. */
export const CHECK: readonly Binding[] = [
  {
    ...enter('answer', 'answer with the marked option; after that, go on to the fixes'),
    labelNow: session => (session.screen.name === 'check' && session.screen.picked !== null ? 'fixes' : null),
  },
  {
    id: 'check.number',
    keys: ['1', '2', '3', '4', '5', '6'],
    shown: '1-4',
    label: 'answer',
    help: 'answer by number',
    intent: { type: 'accepted' },
  },
  {
    id: 'skip',
    keys: ['s', 'f'],
    label: 'skip to the fixes',
    help: 'skip to the fixes; a skip costs nothing',
    rank: 10,
    intent: { type: 'lesson-skipped' },
  },
  BACK,
  HOME_KEY,
  ...MOVE,
]

const markedFix = (session: Session) =>
  session.screen.name === 'fix' ? fixChoices(session)[session.screen.cursor] : undefined

/** Keys of the choice of a fix. */
export const FIX: readonly Binding[] = [
  {
    ...enter('apply', 'apply the marked fix: the file is written, scanned again, and put back if that fails'),
    keys: ['enter'],
    labelNow: session => {
      const choice = session.screen.name === 'fix' ? fixChoices(session)[session.screen.cursor] : undefined
      if (choice?.kind === 'manual') return 'edit'
      if (choice?.kind === 'exempt') return 'give a reason'
      if (choice?.kind === 'ask') return 'see the prompt'
      return choice?.attempt?.preview?.holes.length ? 'answer' : null
    },
  },
  {
    id: 'fix.number',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1-9',
    label: 'mark',
    help: 'mark a fix by its number',
    intent: { type: 'accepted' },
  },
  {
    id: 'fix.layout',
    keys: ['tab'],
    shown: 'Tab',
    label: 'side by side',
    help: 'show the change side by side or one below the other (from 100 columns)',
    rank: 30,
    intent: { type: 'layout-switched' },
    disabled: session =>
      session.size.columns >= 100 ? null : 'Side by side needs a window of 100 columns or more.',
  },
  {
    id: 'fix.all',
    keys: ['A'],
    label: 'all alike',
    help: 'look at the marked fix for every place like this one, choose, and apply it to all chosen',
    rank: 20,
    intent: { type: 'set-wanted' },
    labelNow: session => {
      const count = setFindings(session, markedFix(session)).length
      return count > 1 ? `all ${count} like this` : null
    },
    disabled: session =>
      setFindings(session, markedFix(session)).length > 1
        ? null
        : 'No other place of this round has this fix.',
  },
  { ...LATER, rank: 40 },
  { ...EXEMPT, rank: 50 },
  { ...EDITOR, rank: 60 },
  TESTS_KEY,
  BACK,
  HOME_KEY,
  ...MOVE,
]

const stillChecking = ({ screen }: Session) =>
  screen.name === 'verify' && screen.status === 'failed'
    ? null
    : 'One moment: the file is still being checked.'

/** Keys after a fix did not hold; while it is being checked nothing but quitting works. */
export const VERIFY: readonly Binding[] = [
  {
    ...enter('other fixes', 'go back to the fixes'),
    disabled: stillChecking,
  },
  {
    ...BACK,
    disabled: stillChecking,
  },
]

/** Keys of the rule that a fix teaches. */
export const REMEMBER: readonly Binding[] = [
  enter('keep', 'keep the rule as a candidate and go on'),
  {
    id: 'remember.words',
    keys: ['w'],
    label: 'words',
    help: 'say in your own words why it matters here',
    rank: 10,
    intent: { type: 'words-wanted' },
  },
  {
    id: 'remember.edit',
    keys: ['e'],
    label: 'edit',
    help: 'change the sentence itself',
    rank: 20,
    intent: { type: 'edit-wanted' },
  },
  {
    id: 'remember.decline',
    keys: ['d'],
    label: 'drop it',
    help: 'keep the fix but not the rule',
    rank: 30,
    intent: { type: 'declined' },
  },
  {
    id: 'remember.more',
    keys: ['a'],
    label: 'next too',
    help: 'keep the rule and offer the same fix for the next place',
    rank: 40,
    intent: { type: 'next-wanted' },
  },
  { ...UNDO, rank: 50 },
  UNDO_LIST,
  TESTS_KEY,
  { ...BACK, label: 'later', help: 'go on without deciding; the rule is not kept' },
  ...NAVIGATION,
  ...MOVE,
]

/** Keys of an exemption. */
export const EXEMPT_KEYS: readonly Binding[] = [
  enter('choose', 'choose the marked reason'),
  {
    id: 'exempt.number',
    keys: ['1', '2'],
    label: 'choose',
    help: 'choose by number',
    intent: { type: 'accepted' },
  },
  BACK,
  HOME_KEY,
  ...MOVE,
]
