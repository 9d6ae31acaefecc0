import type { AppliedFix } from '../../fix/fix-preview.js'
import { editField, fieldWith } from '../../text/field.js'
import { pageRows } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import { KEPT_LINES, type TestsScreen } from '../fix-view.js'
import type { RememberScreen } from '../screen.js'
import type { Session } from '../session.js'
import { cancel, isBusy, open, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

const SCREEN: TestsScreen = {
  name: 'tests',
  applied: null,
  status: 'asking',
  command: '',
  behind: '',
  field: null,
  lines: [],
  scroll: 0,
  seconds: 0,
  run: null,
  problem: null,
}

/** Returns the step that goes on from a fix that was applied: to the project's tests where there are any, else to the rule. */
export function testOrRemember(step: Step, applied: AppliedFix): Step {
  const { tests, areTestsPutOff } = step.session
  const isAsked = !areTestsPutOff && (tests?.status === 'new' || tests?.status === 'changed')
  if (tests?.status === 'confirmed') return run(put(step, { ...SCREEN, applied }), null)
  return isAsked ? ask(put(step, { ...SCREEN, applied })) : remember(step, applied)
}

/** Returns the step that opens the project's tests: run on `applied`, or without a fix when that is null. */
export function openTests(session: Session, applied: AppliedFix | null): Step {
  const screen = { ...SCREEN, applied }
  const step = applied ? put(stay(session), screen) : stay(open(session, screen))
  return session.tests?.status === 'confirmed' ? run(step, null) : ask(step)
}

function put(step: Step, next: Partial<TestsScreen> & { readonly name: 'tests' }): Step {
  return { ...step, session: { ...step.session, screen: { ...SCREEN, ...next } } }
}

/** Shows the command that was set, or the likeliest one, with what it starts; nothing runs yet. */
function ask(step: Step): Step {
  const { screen, tests } = step.session
  if (screen.name !== 'tests') return step
  const command = tests?.command || tests?.proposals[0]?.command || ''
  const shown = put(step, { ...screen, status: 'asking', command, behind: '' })
  if (command === '') return put(shown, { ...screen, status: 'asking', field: fieldWith('') })
  return start(shown, 'test-plan', { type: 'look-behind', command })
}

function run(step: Step, confirm: { readonly command: string; readonly behind: string } | null): Step {
  const { screen, tests } = step.session
  if (screen.name !== 'tests') return step
  const { command, behind } = confirm ?? { command: tests?.command ?? '', behind: tests?.behind ?? '' }
  const shown = { ...SCREEN, applied: screen.applied, status: 'running' as const, command, behind }
  return start(put(step, shown), 'tests', { type: 'run-tests', confirm })
}

/** Goes on to what the fix teaches. */
function remember(step: Step, applied: AppliedFix): Step {
  const screen: RememberScreen = {
    name: 'remember',
    applied,
    draft: null,
    isNew: true,
    words: '',
    text: null,
    scroll: 0,
    field: null,
    problem: null,
  }
  const shown = { ...step, session: { ...step.session, screen } }
  return start(shown, 'draft', { type: 'draft-rule', applied, words: '' })
}

function leave(session: Session, screen: TestsScreen): Step {
  return screen.applied ? remember(stay(session), screen.applied) : goBack(session)
}

/** Returns the step for an intent on the screen of the project's tests. */
export function testsIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'tests') return stay(session)
  if (screen.field) return onField(session, screen, screen.field, intent)
  if (screen.status === 'running') return onRunning(session, screen, intent)
  switch (intent.type) {
    case 'accepted':
      return screen.status === 'asking' ? confirm(session, screen) : leave(session, screen)
    case 'went-back':
      return screen.status === 'asking'
        ? leave({ ...session, areTestsPutOff: true }, screen)
        : leave(session, screen)
    case 'edit-wanted':
      return put(stay(session), { ...screen, status: 'asking', field: fieldWith(screen.command) })
    case 'declined': {
      const told = tell(session, 'No tests are run in this project. t on the fixes sets a command.')
      return start(leave(told, screen), 'keep', { type: 'decline-tests' })
    }
    case 'tests-wanted':
      return screen.status === 'ended' ? run(stay(session), null) : stay(session)
    default:
      return put(stay(session), { ...screen, scroll: scrolled(session, screen, intent) })
  }
}

function confirm(session: Session, screen: TestsScreen): Step {
  if (isBusy(session, 'test-plan'))
    return stay(tell(session, 'One moment: what the command starts is being read.'))
  return run(stay(session), { command: screen.command, behind: screen.behind })
}

function onField(
  session: Session,
  screen: TestsScreen,
  field: NonNullable<TestsScreen['field']>,
  intent: Intent,
): Step {
  if (intent.type === 'field-edited')
    return put(stay(session), { ...screen, field: editField(field, intent.edit) })
  if (intent.type === 'went-back')
    return screen.command === ''
      ? leave({ ...session, areTestsPutOff: true }, screen)
      : put(stay(session), { ...screen, field: null })
  if (intent.type !== 'accepted') return stay(session)
  const command = field.text.trim()
  if (command === '') return stay(tell(session, 'Type a command, for example npm test. Esc leaves it.'))
  const shown = put(stay(session), { ...screen, field: null, command, behind: '', problem: null })
  return start(shown, 'test-plan', { type: 'look-behind', command })
}

function onRunning(session: Session, screen: TestsScreen, intent: Intent): Step {
  if (intent.type !== 'went-back')
    return put(stay(session), { ...screen, scroll: scrolled(session, screen, intent) })
  const run = { outcome: 'stopped' as const, passed: null, exitCode: null, durationMs: screen.seconds * 1000 }
  return ended(cancel(stay(session), 'tests'), run)
}

/** The end of the output is what one looks at; scrolling counts up from there. */
function scrolled({ size }: Session, { scroll, lines }: TestsScreen, intent: Intent): number {
  const last = Math.max(0, lines.length - 1)
  if (intent.type === 'jumped') return intent.to === 'first' ? last : 0
  if (intent.type !== 'moved') return scroll
  const rows = intent.by * (intent.unit === 'page' ? pageRows(size) : 1)
  return Math.max(0, Math.min(last, scroll - rows))
}

/** Returns the step for what the tests brought, null for other outcomes. */
export function testsOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  if (outcome.type === 'tests-looked-for')
    return stay({ ...session, tests: outcome.tests, testCommand: outcome.tests.command })
  if (screen.name !== 'tests') return null
  switch (outcome.type) {
    case 'behind-read':
      return put(stay(session), { ...screen, behind: outcome.behind })
    case 'tests-wrote': {
      const lines = [...screen.lines, ...outcome.lines].slice(-KEPT_LINES)
      const scroll =
        screen.scroll === 0 ? 0 : Math.min(lines.length - 1, screen.scroll + outcome.lines.length)
      return put(stay(session), { ...screen, lines, scroll })
    }
    case 'tests-worked':
      return put(stay(session), { ...screen, seconds: outcome.seconds })
    case 'tests-ended':
      return ended(stay(session), outcome.run)
    case 'effect-failed': {
      if (outcome.lane === 'test-plan') return put(stay(session), { ...screen, problem: outcome.problem })
      if (outcome.lane !== 'tests') return null
      // Nothing ran: the command is shown again with the reason, as the project's files have it now.
      const shown = put(stay(session), { ...screen, status: 'asking', problem: outcome.problem })
      return start(shown, 'test-plan', { type: 'look-behind', command: screen.command })
    }
    default:
      return null
  }
}

/** Keeps what the tests said with the fix; a green run on a fix needs no key and goes on. */
function ended(step: Step, result: NonNullable<TestsScreen['run']>): Step {
  const { screen, visit } = step.session
  if (screen.name !== 'tests') return step
  const { outcome, passed } = result
  const applied = screen.applied && { ...screen.applied, tests: { outcome, passed } }
  const fixId = applied?.preview.fix.id
  const told: Session = {
    ...step.session,
    lastFix: applied ?? step.session.lastFix,
    visit:
      visit && fixId !== undefined
        ? { ...visit, tested: { ...visit.tested, [fixId]: { outcome, passed } } }
        : visit,
  }
  const looked = start({ ...step, session: told }, 'test-plan', { type: 'look-for-tests' })
  if (applied && outcome === 'passed') return remember(looked, applied)
  return put(looked, { ...screen, applied, status: 'ended', run: result, problem: null })
}
