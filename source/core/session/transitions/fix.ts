import { isByAssistant } from '../../fix/installed-assistant.js'
import type { Problem } from '../../problem.js'
import { editField, fieldWith } from '../../text/field.js'
import { saveProgress } from '../bookmark.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { ExemptScreen, FixScreen, VerifyScreen } from '../screen.js'
import { type FixChoice, fixChoices } from '../selectors.js'
import type { Attempt, Session, Visit } from '../session.js'
import { isBusy, open, replace, type Step, start, stay, tell } from '../step.js'
import { openAsk } from './ask.js'
import { openEdit, openEditor } from './edit.js'
import { goBack } from './navigation.js'
import { openSet } from './set.js'
import { openTests, testOrRemember } from './tests.js'
import { openNext, putOff } from './visit.js'

/** Returns the step for an intent on the fix, verify and exempt screens. */
export function fixIntent(session: Session, intent: Intent): Step {
  const { screen, visit } = session
  if (!visit) return stay(session)
  if (screen.name === 'fix')
    return screen.hole ? onHole(session, screen, visit, intent) : onFix(session, screen, visit, intent)
  if (screen.name === 'verify') return onVerify(session, screen, intent)
  if (screen.name === 'exempt') return onExempt(session, screen, visit, intent)
  return stay(session)
}

function onFix(session: Session, screen: FixScreen, visit: Visit, intent: Intent): Step {
  const choices = fixChoices(session)
  const put = (next: Partial<FixScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  switch (intent.type) {
    case 'went-back':
      return goBack(session)
    case 'layout-switched':
      return put({ isSideBySide: !screen.isSideBySide })
    case 'number-pressed':
      return intent.number <= choices.length ? put({ cursor: intent.number - 1, scroll: 0 }) : stay(session)
    case 'put-off':
      return putOff(session, visit)
    case 'editor-opened':
      return openEditor(session, visit)
    case 'exempt-opened':
      return openExempt(session)
    case 'set-wanted':
      return openSet(session, visit, choices[screen.cursor])
    case 'tests-wanted':
      return openTests(session, null)
    case 'accepted': {
      const choice = choices[screen.cursor]
      return choice ? take(session, screen, visit, choice) : stay(session)
    }
    case 'moved':
      // A page moves the diff: the choices are few, and what a fix changes may be long.
      if (intent.unit === 'page')
        return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
      return put({ cursor: moveCursor(screen.cursor, intent, choices.length, session.size), scroll: 0 })
    default:
      return put({ cursor: moveCursor(screen.cursor, intent, choices.length, session.size), scroll: 0 })
  }
}

function openExempt(session: Session): Step {
  return stay(open(session, { name: 'exempt', cursor: 0, kind: null, field: fieldWith('') }))
}

function take(session: Session, screen: FixScreen, visit: Visit, choice: FixChoice): Step {
  if (choice.kind === 'manual') return openEdit(session, visit)
  if (choice.kind === 'exempt') return openExempt(session)
  if (choice.kind === 'ask') return openAsk(session, visit, choice.assistant)
  const preview = choice.attempt?.preview
  if (choice.attempt?.problem && !preview)
    return stay({ ...session, notice: { kind: 'failed', problem: choice.attempt.problem } })
  if (!preview) return stay(tell(session, 'One moment: this fix is still being worked out.'))
  const [hole] = preview.holes
  if (hole) {
    const field = fieldWith('')
    return stay({
      ...session,
      screen: { ...screen, hole: { fixId: choice.fix.id, hole, field, filled: {} } },
    })
  }
  if (isBusy(session, 'write')) return stay(session)
  const shown: VerifyScreen = {
    name: 'verify',
    title: choice.fix.title,
    status: 'applying',
    problem: null,
  }
  return start(stay(open(session, shown)), 'write', { type: 'apply-fix', preview })
}

function onHole(session: Session, screen: FixScreen, visit: Visit, intent: Intent): Step {
  const { hole } = screen
  if (!hole) return stay(session)
  const put = (next: FixScreen['hole']) => stay({ ...session, screen: { ...screen, hole: next } })
  if (intent.type === 'went-back') return put(null)
  if (intent.type === 'field-edited') return put({ ...hole, field: editField(hole.field, intent.edit) })
  if (intent.type !== 'accepted') return stay(session)
  const answer = hole.field.text.trim()
  if (answer === '') return stay(tell(session, `Type an answer first, for example ${hole.hole.placeholder}`))
  if (isBusy(session, 'hole')) return stay(session)
  const filled = { ...hole.filled, [hole.hole.id]: answer }
  const step = put({ ...hole, filled })
  const { finding } = visit
  return start(step, 'hole', { type: 'fill-holes', finding, fixId: hole.fixId, holes: filled })
}

function onVerify(session: Session, screen: VerifyScreen, intent: Intent): Step {
  if (screen.status !== 'failed') return stay(session)
  return intent.type === 'accepted' || intent.type === 'went-back' ? goBack(session) : stay(session)
}

const KINDS = ['false-positive', 'accepted-risk'] as const

function onExempt(session: Session, screen: ExemptScreen, visit: Visit, intent: Intent): Step {
  const put = (next: Partial<ExemptScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  if (intent.type === 'went-back') return screen.kind === null ? goBack(session) : put({ kind: null })
  if (screen.kind === null) {
    const { cursor } = screen
    if (intent.type === 'accepted') return put({ kind: KINDS[cursor] ?? 'false-positive' })
    if (intent.type === 'number-pressed' && intent.number <= KINDS.length)
      return put({ cursor: intent.number - 1, kind: KINDS[intent.number - 1] ?? 'false-positive' })
    return put({ cursor: moveCursor(cursor, intent, KINDS.length, session.size) })
  }
  if (intent.type === 'field-edited') return put({ field: editField(screen.field, intent.edit) })
  if (intent.type !== 'accepted' || isBusy(session, 'write')) return stay(session)
  const reason = screen.field.text.trim()
  if (reason === '') return stay(tell(session, 'A reason is needed: whoever reads this next year will ask.'))
  const decision = { kind: screen.kind, reason }
  const step = stay({ ...session, mayRecord: true })
  return start(step, 'write', { type: 'exempt', finding: visit.finding, decision })
}

/** Returns the step for what trying, applying and exempting brought, null for other outcomes. */
export function fixOutcome(session: Session, outcome: Outcome): Step | null {
  switch (outcome.type) {
    case 'fix-previewed':
      return stay(noted(session, outcome.fixId, { preview: outcome.preview, problem: null }))
    case 'fix-tried':
      return stay(noted(session, outcome.fixId, { trial: outcome.trial }))
    case 'fix-impossible':
      return stay(noted(session, outcome.fixId, { problem: outcome.problem }))
    case 'fixes-tried':
      return outcome.lane === 'hole' ? stay(holeFilled(session)) : stay(session)
    case 'fix-applied':
      return applied(session, outcome)
    case 'finding-exempted':
      return exempted(session, outcome.fingerprint)
    case 'effect-failed':
      return outcome.lane === 'write' && session.screen.name === 'verify'
        ? refused(session, outcome.problem)
        : null
    default:
      return null
  }
}

function noted(session: Session, fixId: string, found: Partial<Attempt>): Session {
  const { visit } = session
  if (!visit) return session
  const known = visit.attempts[fixId] ?? { preview: null, trial: null, problem: null }
  return { ...session, visit: { ...visit, attempts: { ...visit.attempts, [fixId]: { ...known, ...found } } } }
}

/** All answers of a fix were taken: close the question, or ask the next one. */
function holeFilled(session: Session): Session {
  const { screen, visit } = session
  if (screen.name !== 'fix' || !screen.hole || !visit) return session
  const [next] = visit.attempts[screen.hole.fixId]?.preview?.holes ?? []
  const hole = next ? { ...screen.hole, hole: next, field: fieldWith('') } : null
  return { ...session, screen: { ...screen, hole } }
}

function onVerifyScreen(session: Session, next: Partial<VerifyScreen>): Session {
  const { screen } = session
  return screen.name === 'verify' ? replace(session, { ...screen, ...next }) : session
}

function applied(session: Session, outcome: Outcome & { type: 'fix-applied' }): Step {
  const { preview } = outcome.applied
  const { fingerprint, path, title } = preview.finding
  const next: Session = {
    ...session,
    lastFix: outcome.applied,
    lastRecord: null,
    findings: session.findings.filter(finding => finding.fingerprint !== fingerprint),
    tally: { ...session.tally, mended: [...session.tally.mended, { fingerprint, path, title }] },
  }
  let step = start(stay(next), 'rescan', { type: 'scan', paths: [path] })
  const isOwnChoice = preview.fix.kind !== 'manual' && !isByAssistant(preview.fix.id)
  const isFirstTry = session.visit?.hasFailed === false && isOwnChoice
  if (isFirstTry) step = start(step, 'note', { type: 'note-first-fix', finding: preview.finding })
  return saveProgress(testOrRemember(step, outcome.applied))
}

/** The file may have changed under the attempts: it is read and scanned again, then the fixes are tried anew. */
function refused(session: Session, problem: Problem): Step {
  const { visit } = session
  const told = onVerifyScreen(session, { status: 'failed', problem })
  if (!visit) return stay(told)
  const { path } = visit.finding
  const step = stay({ ...told, visit: { ...visit, attempts: {}, hasFailed: true } })
  const paths = Object.keys(visit.sources)
  return start(start(step, 'source', { type: 'load-sources', paths }), 'rescan', {
    type: 'scan',
    paths: [path],
  })
}

function exempted(session: Session, fingerprint: string): Step {
  const tally = { ...session.tally, exempted: session.tally.exempted + 1 }
  const findings = session.findings.filter(finding => finding.fingerprint !== fingerprint)
  const step = openNext({ ...session, findings, tally })
  return {
    ...step,
    session: tell(step.session, 'Noted. It will not be shown again until the reason expires.'),
  }
}
