import type { Finding } from '../../finding/finding.js'
import { saveProgress } from '../bookmark.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { CheckAnswer } from '../effect.js'
import type { Intent, Outcome } from '../event.js'
import { pickCheck } from '../pick-check.js'
import type { FixScreen, Screen } from '../screen.js'
import { restOfRound } from '../selectors.js'
import type { Session, Visit } from '../session.js'
import { cancel, isBusy, open, type Step, start, stay, tell } from '../step.js'
import { openEditor } from './edit.js'
import { goBack, leaveWalk } from './navigation.js'

/** The choice of a fix as it opens. */
export const FIX_SCREEN: FixScreen = { name: 'fix', cursor: 0, scroll: 0, isSideBySide: false, hole: null }

/** Returns the step that opens the finding at `index` of a round, at a guided step ("see" unless told). */
export function openFinding(session: Session, round: readonly Finding[], index: number, at = 'see'): Step {
  const finding = round[index]
  if (!finding) return stay(session)
  const visit: Visit = {
    finding,
    round: round.map(one => one.fingerprint),
    sources: {},
    lesson: undefined,
    isShort: false,
    isNoted: false,
    hasFailed: false,
    check: null,
    origin: null,
    asksAuthor: false,
    attempts: {},
    isAtCheck: at === 'check',
    tested: {},
  }
  const outside = session.visit ? leaveWalk(session) : session
  const shown = open({ ...outside, visit, resume: null }, { name: 'see', scroll: 0 })
  const paths = [...new Set([finding.path, ...finding.trace.map(step => step.path)])]
  let step = start(cancel(stay(shown), 'fixes'), 'source', { type: 'load-sources', paths })
  step = start(step, 'lesson', { type: 'load-lesson', finding })
  step = start(step, 'age', { type: 'load-age', finding })
  if (at === 'learn' || at === 'check')
    step = { ...step, session: open(step.session, { name: 'learn', scroll: 0 }) }
  if (at === 'fix') step = openFixes(step)
  return saveProgress(step)
}

/** Returns `step` at the choice of a fix, with the fixes being tried out in the background. */
export function openFixes(step: Step, cursor = 0): Step {
  const { visit } = step.session
  if (!visit) return step
  const shown = { ...step, session: open(step.session, { ...FIX_SCREEN, cursor }) }
  const known = step.session.assistants !== null || isBusy(step.session, 'assistants')
  const looking = known ? shown : start(shown, 'assistants', { type: 'find-assistants' })
  const planned = start(looking, 'test-plan', { type: 'look-for-tests' })
  const isTried = Object.keys(visit.attempts).length > 0
  return isTried ? planned : start(planned, 'fixes', { type: 'try-fixes', finding: visit.finding })
}

/** Returns the step to the next open finding of the round, or back to the list when it was the last. */
export function openNext(session: Session, at = 'see'): Step {
  const [next] = restOfRound(session)
  const { visit } = session
  if (!next || !visit) return saveProgress(stay(tell(leaveWalk(session), 'That was the last one for now.')))
  const open = new Map(session.findings.map(finding => [finding.fingerprint, finding]))
  const round = visit.round.flatMap(fingerprint => open.get(fingerprint) ?? [])
  const step = openFinding(session, round, round.indexOf(next), at)
  // What is done stays in the round, so that "3 of 5" goes on to 4 of 5.
  const shown = step.session.visit
  return shown
    ? saveProgress({ ...step, session: { ...step.session, visit: { ...shown, round: visit.round } } })
    : step
}

/** Returns the step for an intent on the see, learn and check screens. */
export function visitIntent(session: Session, intent: Intent): Step {
  const { screen, visit } = session
  if (!visit) return stay(leaveWalk(session))
  switch (intent.type) {
    case 'went-back':
      return session.back.at(-1)?.name === 'see' || screen.name !== 'see'
        ? goBack(session)
        : stay(leaveWalk(session))
    case 'fixes-opened':
    case 'lesson-skipped':
      return saveProgress(openFixes(noteLesson(stay(session), null)))
    case 'put-off':
      return putOff(session, visit)
    case 'author-told': {
      const answered = tell({ ...session, visit: { ...visit, asksAuthor: false } }, ANSWERED[intent.author])
      return start(stay(answered), 'note', {
        type: 'note-author',
        finding: visit.finding,
        author: intent.author,
      })
    }
    case 'next-wanted':
      return openNext(session)
    case 'exempt-opened':
      return stay(open(session, EXEMPT))
    case 'editor-opened':
      return openEditor(session, visit)
    default:
      return onStep(session, screen, visit, intent)
  }
}

/** What the answer to "who wrote this line" means for the developer's own quiz. */
const ANSWERED = {
  human: 'Noted. The quiz asks you about this again soon.',
  ai: 'Noted. Your quiz card stays as it is.',
  unknown: 'Noted. Your quiz card stays as it is.',
} as const

const EXEMPT: Screen = { name: 'exempt', cursor: 0, kind: null, field: { text: '', cursor: 0 } }

/** Returns the step that sets the finding aside and goes on with the next. */
export function putOff(session: Session, visit: Visit): Step {
  const { fingerprint } = visit.finding
  const later = session.later.includes(fingerprint) ? session.later : [...session.later, fingerprint]
  const step = openNext({ ...session, later })
  const notice = { kind: 'told' as const, text: 'Set aside for later. It stays in the list of findings.' }
  return saveProgress({ ...step, session: { ...step.session, notice } })
}

function onStep(session: Session, screen: Screen, visit: Visit, intent: Intent): Step {
  if (screen.name === 'check') return onCheck(session, screen, visit, intent)
  if (screen.name !== 'see' && screen.name !== 'learn') return stay(session)
  if (intent.type !== 'accepted')
    return stay({
      ...session,
      screen: { ...screen, scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) },
    })
  if (screen.name === 'see' && visit.lesson === undefined)
    return stay(tell(session, 'One moment: the lesson is being read.'))
  if (screen.name === 'see' && visit.lesson)
    return saveProgress(stay(open(session, { name: 'learn', scroll: 0 })))
  if (screen.name === 'learn' && visit.check)
    return saveProgress(stay(open(session, { name: 'check', cursor: 0, picked: null, scroll: 0 })))
  return saveProgress(openFixes(stay(session)))
}

function onCheck(session: Session, screen: Screen & { name: 'check' }, visit: Visit, intent: Intent): Step {
  const count = visit.check?.options.length ?? 0
  if (screen.picked !== null) {
    if (intent.type === 'accepted') return saveProgress(openFixes(stay(session)))
    const scroll = moveScroll(screen.scroll, intent, session.scrollLimit, session.size)
    return stay({ ...session, screen: { ...screen, scroll } })
  }
  if (intent.type === 'accepted') return pick(session, screen, screen.cursor)
  if (intent.type === 'number-pressed' && intent.number <= count)
    return pick(session, screen, intent.number - 1)
  return stay({
    ...session,
    screen: { ...screen, cursor: moveCursor(screen.cursor, intent, count, session.size) },
  })
}

function pick(session: Session, screen: Screen & { name: 'check' }, picked: number): Step {
  const tally = { ...session.tally, answered: session.tally.answered + 1 }
  const step = stay({ ...session, tally, screen: { ...screen, cursor: picked, picked, scroll: 0 } })
  const check = session.visit?.check
  const option = check?.options[picked]
  if (!check || !option) return step
  const { id, format } = check.question
  return noteLesson(step, { item: id, format, right: option.verdict === 'right' })
}

/** The lesson was read, or skipped after a look: its card begins, once a visit. */
function noteLesson(step: Step, check: CheckAnswer | null): Step {
  const { visit, screen } = step.session
  if (!visit?.lesson || visit.isNoted || screen.name === 'see') return step
  const noted = { ...step, session: { ...step.session, visit: { ...visit, isNoted: true } } }
  return start(noted, 'note', { type: 'note-lesson', finding: visit.finding, check })
}

/** The last session stopped at the question: it is asked again; without one the fixes come next. */
function goOnAtCheck(step: Step, hasCheck: boolean): Step {
  if (!hasCheck) return openFixes(step)
  return { ...step, session: open(step.session, { name: 'check', cursor: 0, picked: null, scroll: 0 }) }
}

/** Returns the step for what was loaded for the open finding, null for other outcomes. */
export function visitOutcome(session: Session, outcome: Outcome): Step | null {
  const { visit } = session
  const put = (next: Partial<Visit>) => stay(visit ? { ...session, visit: { ...visit, ...next } } : session)
  switch (outcome.type) {
    case 'sources-loaded':
      return put({ sources: outcome.sources })
    case 'age-loaded':
      return put({ origin: outcome.origin, asksAuthor: outcome.asksAuthor })
    case 'lesson-loaded': {
      const { lesson } = outcome
      const check = visit && lesson ? pickCheck(lesson, visit.finding.path, visit.finding.fingerprint) : null
      const loaded = put({ lesson, check, isShort: outcome.isShort, isAtCheck: false })
      return visit?.isAtCheck && session.screen.name === 'learn'
        ? goOnAtCheck(loaded, check !== null)
        : loaded
    }
    case 'effect-failed':
      return outcome.lane === 'lesson' && visit
        ? stay({
            ...session,
            visit: { ...visit, lesson: null },
            notice: { kind: 'failed', problem: outcome.problem },
          })
        : null
    default:
      return null
  }
}
