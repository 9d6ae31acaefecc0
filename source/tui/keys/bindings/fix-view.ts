import { runsInFront, type TestsScreen } from '../../../core/session/fix-view.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, enter, MOVE, UNDO } from './common.js'

/** Keys of the screen on which an assistant is asked for a fix. */
export const ASK: readonly Binding[] = [
  {
    ...enter('ask it', 'let the assistant work on a copy; what it writes comes back as a diff to look at'),
    keys: ['enter'],
    disabled: session => (runsInFront(session.screen) ? 'It is at work. Esc stops it.' : null),
    yields: true,
  },
  {
    ...BACK,
    help: 'stop the assistant and what it started; else go back',
    labelNow: session => (runsInFront(session.screen) ? 'stop it' : null),
  },
  ...MOVE,
]

const testsOf = ({ screen }: Session): TestsScreen | null => (screen.name === 'tests' ? screen : null)

const isRunning = (session: Session) =>
  testsOf(session)?.status === 'running' ? 'The tests are running. Esc stops them.' : null

/** Opens the project's tests; on the fixes, and where a fix was kept. */
export const TESTS_KEY: Binding = {
  id: 'tests',
  keys: ['t'],
  label: 'tests',
  help: "run the project's tests, or say which command runs them",
  rank: 65,
  intent: { type: 'tests-wanted' },
}

/** Keys of the project's tests. */
export const TESTS: readonly Binding[] = [
  {
    ...enter('run them', 'say yes to this command and run it; once they have run, go on and keep the fix'),
    keys: ['enter'],
    labelNow: session =>
      testsOf(session)?.status === 'ended' ? (testsOf(session)?.applied ? 'keep the fix' : 'go on') : null,
    disabled: isRunning,
    yields: true,
  },
  {
    ...UNDO,
    label: 'take it back',
    help: 'take the fix back; the file is as it was before',
    rank: 5,
    disabled: session =>
      isRunning(session) ?? (testsOf(session)?.applied ? null : 'The tests ran without a fix.'),
  },
  {
    ...TESTS_KEY,
    id: 'tests.again',
    label: 'again',
    help: 'run the tests again',
    rank: 10,
    disabled: session =>
      isRunning(session) ?? (testsOf(session)?.status === 'ended' ? null : 'They have not run yet.'),
  },
  {
    id: 'tests.edit',
    keys: ['e'],
    label: 'edit',
    help: 'change the command before it is run',
    rank: 20,
    intent: { type: 'edit-wanted' },
    disabled: isRunning,
  },
  {
    id: 'tests.none',
    keys: ['n'],
    label: 'no tests',
    help: 'run no tests in this project, and do not ask again',
    rank: 7,
    intent: { type: 'declined' },
    disabled: session => (testsOf(session)?.status === 'asking' ? null : 'This works before they are run.'),
  },
  {
    ...BACK,
    help: 'stop the tests and all they started; else go on without them',
    labelNow: session => (runsInFront(session.screen) ? 'stop them' : null),
  },
  ...MOVE,
]

/** Keys while the developer edits by hand. */
export const EDIT: readonly Binding[] = [
  {
    ...enter('open editor', 'open the file at its line in your editor; without one, look at the file now'),
    keys: ['enter', 'e'],
    labelNow: ({ editor }) => (editor === null ? 'look now' : null),
  },
  {
    id: 'edit.check',
    keys: ['c'],
    label: 'look now',
    help: 'scan the file as it is now, without waiting for a save',
    rank: 10,
    intent: { type: 'check-wanted' },
    disabled: ({ editor }) => (editor === null ? 'Enter looks at once.' : null),
  },
  { ...BACK, help: 'go back; the file is no longer watched, and your edit stays as it is' },
  ...MOVE,
]
