import type { Finding } from '../../finding/finding.js'
import type { FixPreview } from '../../fix/fix-preview.js'
import { count } from '../../text/words.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { SetScreen } from '../fix-view.js'
import { type FixChoice, restOfRound } from '../selectors.js'
import type { Session, Visit } from '../session.js'
import { isBusy, open, type Step, start, stay, tell } from '../step.js'
import { goBack, leaveWalk } from './navigation.js'
import { takenBack } from './undo.js'

/** Returns the findings that could get the marked fix together: the open one and others of the round with the same fix. */
export function setFindings(session: Session, choice: FixChoice | undefined): readonly Finding[] {
  const { visit } = session
  if (!visit || choice?.kind !== 'fix') return []
  const { id } = choice.fix
  const others = restOfRound(session).filter(
    one => one.ruleId === visit.finding.ruleId && one.fixes.some(fix => fix.id === id),
  )
  return visit.finding.fixes.some(fix => fix.id === id) ? [visit.finding, ...others] : []
}

/** Returns the step that works out the marked fix for every place like this one; nothing is written yet. */
export function openSet(session: Session, _visit: Visit, choice: FixChoice | undefined): Step {
  const findings = setFindings(session, choice)
  if (choice?.kind !== 'fix' || findings.length < 2) return stay(session)
  const screen: SetScreen = {
    name: 'set',
    fix: choice.fix,
    findings,
    places: {},
    left: [],
    status: 'looking',
    outcomes: {},
    cursor: 0,
    scroll: 0,
  }
  return start(stay(open(session, screen)), 'set', { type: 'plan-set', findings, fixId: choice.fix.id })
}

/** Returns the fixes of a set that would be written: those that hold and were not left out. */
export function chosenOf({ findings, places, left }: SetScreen): readonly FixPreview[] {
  return findings.flatMap(({ fingerprint }) => {
    const preview = places[fingerprint]?.preview
    return preview && !left.includes(fingerprint) ? [preview] : []
  })
}

/** Returns the step for an intent on a set of fixes. */
export function setIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'set') return stay(session)
  const put = (next: Partial<SetScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  const marked = screen.findings[screen.cursor]?.fingerprint ?? ''
  switch (intent.type) {
    case 'went-back':
      return screen.status === 'applying' || screen.status === 'done'
        ? keep(session, screen)
        : goBack(session)
    case 'accepted':
      return screen.status === 'done' ? keep(session, screen) : apply(session, screen)
    case 'place-toggled': {
      if (screen.status === 'done' || screen.status === 'applying') return stay(session)
      const isLeft = screen.left.includes(marked)
      return put({ left: isLeft ? screen.left.filter(one => one !== marked) : [...screen.left, marked] })
    }
    case 'places-toggled':
      return put({ left: screen.left.length > 0 ? [] : screen.findings.map(one => one.fingerprint) })
    case 'undo-wanted':
      return undo(session, screen, [marked])
    case 'all-undo-wanted':
      return undo(session, screen, screen.findings.map(one => one.fingerprint).toReversed())
    case 'moved':
      if (intent.unit === 'page')
        return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
      return put({
        cursor: moveCursor(screen.cursor, intent, screen.findings.length, session.size),
        scroll: 0,
      })
    default:
      return put({
        cursor: moveCursor(screen.cursor, intent, screen.findings.length, session.size),
        scroll: 0,
      })
  }
}

function apply(session: Session, screen: SetScreen): Step {
  if (screen.status === 'looking')
    return stay(tell(session, 'One moment: some places are still being tried.'))
  const previews = chosenOf(screen)
  if (previews.length === 0) return stay(tell(session, 'No place is chosen. Space chooses the marked one.'))
  if (isBusy(session, 'write')) return stay(session)
  const applying = stay({ ...session, screen: { ...screen, status: 'applying' as const } })
  return start(applying, 'write', { type: 'apply-set', previews })
}

function undo(session: Session, screen: SetScreen, fingerprints: readonly string[]): Step {
  if (isBusy(session, 'write')) return stay(session)
  const fixed = fingerprints.filter(one => screen.outcomes[one]?.state === 'fixed')
  const ids = fixed.flatMap(one => {
    const outcome = screen.outcomes[one]
    return outcome?.state === 'fixed' && outcome.note !== null ? [outcome.note] : []
  })
  if (fixed.length > ids.length)
    return stay(
      tell(session, 'A place that holds a secret is noted nowhere: take it back in your editor or with git.'),
    )
  if (ids.length === 0) return stay(tell(session, 'There is nothing to take back here.'))
  return start(stay(session), 'write', { type: 'undo-noted', ids })
}

/** What was fixed becomes evidence for the rule; then the walk is left. */
function keep(session: Session, screen: SetScreen): Step {
  if (isBusy(session, 'write')) return stay(session)
  const places = screen.findings.flatMap(({ fingerprint }) => {
    const outcome = screen.outcomes[fingerprint]
    return outcome?.state === 'fixed' ? [{ applied: outcome.applied, note: outcome.note }] : []
  })
  if (places.length === 0) return stay(leaveWalk(session))
  return start(stay({ ...session, mayRecord: true }), 'write', { type: 'keep-set', places })
}

/** Returns the step for what planning and applying a set brought, null for other outcomes. */
export function setOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  if (outcome.type === 'place-applied') return placeApplied(session, outcome)
  if (screen.name !== 'set') return null
  const put = (next: Partial<SetScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  switch (outcome.type) {
    case 'place-planned':
      return put({ places: { ...screen.places, [outcome.place.finding.fingerprint]: outcome.place } })
    case 'set-planned':
      return put({ status: 'choosing' })
    case 'set-applied': {
      const paths = [...new Set(screen.findings.map(one => one.path))]
      return start(put({ status: 'done', cursor: 0, scroll: 0 }), 'rescan', { type: 'scan', paths })
    }
    case 'noted-undone': {
      const outcomes = { ...screen.outcomes, [outcome.fingerprint]: { state: 'undone' as const } }
      return takenBack({ ...session, screen: { ...screen, outcomes } }, outcome)
    }
    case 'effect-failed':
      return outcome.lane === 'write'
        ? stay({
            ...session,
            screen: { ...screen, status: screen.status === 'applying' ? 'done' : screen.status },
            notice: { kind: 'failed', problem: outcome.problem },
          })
        : null
    case 'notes-undone': {
      const paths = [...new Set(screen.findings.map(one => one.path))]
      return start(stay(session), 'rescan', { type: 'scan', paths })
    }
    case 'set-kept': {
      const kept = outcome.rules
      const ids = kept.map(rule => rule.id)
      const rules = [...session.rules.filter(rule => !ids.includes(rule.id)), ...kept]
      const fixed = Object.values(screen.outcomes).filter(one => one.state === 'fixed').length
      return stay(
        tell(
          { ...leaveWalk(session), rules },
          `${count(fixed, 'fix', 'fixes')} kept as evidence. The rule waits for your review under Rules.`,
        ),
      )
    }
    default:
      return null
  }
}

function placeApplied(session: Session, { fingerprint, outcome }: Outcome & { type: 'place-applied' }): Step {
  const { screen, tally } = session
  const shown =
    screen.name === 'set' ? { ...screen, outcomes: { ...screen.outcomes, [fingerprint]: outcome } } : screen
  if (outcome.state !== 'fixed') return stay({ ...session, screen: shown })
  const { path, title } = outcome.applied.preview.finding
  return stay({
    ...session,
    screen: shown,
    findings: session.findings.filter(finding => finding.fingerprint !== fingerprint),
    tally: { ...tally, mended: [...tally.mended, { fingerprint, path, title }] },
  })
}
