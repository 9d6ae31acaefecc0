import { moveScroll } from './cursor.js'
import { type Event, type Intent, isOutcome, type Outcome, PROGRESS_OUTCOMES } from './event.js'
import type { ScreenName } from './screen.js'
import type { Lane, Session } from './session.js'
import { cancel, isBusy, type Step, stay, tell } from './step.js'
import { askIntent, askOutcome } from './transitions/ask.js'
import { editIntent, editOutcome } from './transitions/edit.js'
import { fixIntent, fixOutcome } from './transitions/fix.js'
import { listIntent, listOutcome } from './transitions/lists.js'
import { globalIntent, goBack } from './transitions/navigation.js'
import { quizIntent, quizOutcome } from './transitions/quiz.js'
import { rememberIntent, rememberOutcome } from './transitions/remember.js'
import { rulesIntent } from './transitions/rules.js'
import { rulesOutcome } from './transitions/rules-outcome.js'
import { setIntent, setOutcome } from './transitions/set.js'
import { settingsIntent, settingsOutcome } from './transitions/settings.js'
import { testsIntent, testsOutcome } from './transitions/tests.js'
import { undoIntent, undoOutcome } from './transitions/undo.js'
import { visitIntent, visitOutcome } from './transitions/visit.js'

type OnIntent = (session: Session, intent: Intent) => Step
/** Returns null for an outcome of another family. */
type OnOutcome = (session: Session, outcome: Outcome) => Step | null

const INTENTS: Readonly<Record<ScreenName, OnIntent>> = {
  welcome: listIntent,
  scanning: listIntent,
  home: listIntent,
  findings: listIntent,
  see: visitIntent,
  learn: visitIntent,
  check: visitIntent,
  fix: fixIntent,
  verify: fixIntent,
  ask: askIntent,
  tests: testsIntent,
  edit: editIntent,
  set: setIntent,
  undo: undoIntent,
  exempt: fixIntent,
  remember: rememberIntent,
  rules: rulesIntent,
  merge: rulesIntent,
  places: rulesIntent,
  files: rulesIntent,
  quiz: quizIntent,
  progress: progressIntent,
  settings: settingsIntent,
  targets: settingsIntent,
  keys: settingsIntent,
}

const OUTCOMES: readonly OnOutcome[] = [
  listOutcome,
  visitOutcome,
  fixOutcome,
  askOutcome,
  testsOutcome,
  editOutcome,
  setOutcome,
  undoOutcome,
  rememberOutcome,
  rulesOutcome,
  quizOutcome,
  settingsOutcome,
]

function progressIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'progress') return stay(session)
  if (intent.type === 'went-back') return goBack(session)
  const scroll = moveScroll(screen.scroll, intent, session.scrollLimit, session.size)
  return stay({ ...session, screen: { ...screen, scroll } })
}

/**
 * Returns the session after an event and the work that starts. Pure and synchronous: five keys in one tick are five
 * transitions. An outcome whose ticket is no longer the lane's is stale and changes nothing.
 */
export function transition(session: Session, event: Event): Step {
  return endLeftWork(takeIn(session, event))
}

/** Work that belongs to one screen and ends when that screen is left, whichever way. */
const BOUND: readonly (readonly [Lane, ScreenName])[] = [
  ['ask', 'ask'],
  ['tests', 'tests'],
  ['watch', 'edit'],
  ['check', 'edit'],
  ['set', 'set'],
  ['undo-list', 'undo'],
]

function endLeftWork(step: Step): Step {
  let kept = step
  for (const [lane, screen] of BOUND)
    if (kept.session.screen.name !== screen && isBusy(kept.session, lane)) kept = cancel(kept, lane)
  return kept
}

function takeIn(session: Session, event: Event): Step {
  if (isOutcome(event)) return onOutcome(session, event)
  if (session.exitCode !== null) return stay(session)
  const isFromKey = event.type !== 'resized' && event.type !== 'text-measured'
  const fresh = isFromKey && session.notice ? { ...session, notice: null } : session
  if (event.type === 'action-run') return transition({ ...fresh, overlay: null }, event.intent)
  const step = globalIntent(fresh, event) ?? INTENTS[fresh.screen.name](fresh, event)
  return event.type === 'number-pressed' ? orSayWhy(fresh, step, event.number) : step
}

/** A number that changes nothing says why: the line is marked already, or there is no such line. */
function orSayWhy(before: Session, step: Step, number: number): Step {
  const { session, effects } = step
  const isSame = JSON.stringify(session.screen) === JSON.stringify(before.screen)
  if (!isSame || effects.length > 0 || session.notice) return step
  const isMarked = 'cursor' in session.screen && session.screen.cursor === number - 1
  return stay(tell(session, isMarked ? `${number} is marked already.` : `There is no ${number} here.`))
}

function onOutcome(session: Session, outcome: Outcome): Step {
  if (session.pending[outcome.lane] !== outcome.ticket) return stay(session)
  const settled = PROGRESS_OUTCOMES.includes(outcome.type) ? session : settle(session, outcome)
  for (const family of OUTCOMES) {
    const step = family(settled, outcome)
    if (step) return step
  }
  if (outcome.type === 'effect-failed')
    return stay({ ...settled, notice: { kind: 'failed', problem: outcome.problem } })
  return stay(settled)
}

function settle(session: Session, outcome: Outcome): Session {
  const { [outcome.lane]: _done, ...pending } = session.pending
  return { ...session, pending }
}
