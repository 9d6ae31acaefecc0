import type { Finding } from '../../finding/finding.js'
import { compareFindings } from '../../finding/group-findings.js'
import { fieldWith } from '../../text/field.js'
import { moveCursor } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import { FINDINGS_SCREEN } from '../findings-screen.js'
import { homeRows, plannedSession } from '../selectors.js'
import type { Session } from '../session.js'
import { cancel, type Step, start, stay, tell } from '../step.js'
import { findingsIntent } from './findings.js'
import { startScan } from './navigation.js'
import { withSettings } from './settings.js'
import { openFinding } from './visit.js'

/** Returns the step for an intent on the welcome, scanning, home and findings screens. */
export function listIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (intent.type === 'scan-wanted' && session.scan.status !== 'running')
    return startScan({ ...session, screen: { name: 'scanning' }, back: [] })
  if (screen.name === 'welcome') return onWelcome(session, intent)
  if (screen.name === 'scanning') return onScanning(session, intent)
  if (screen.name === 'home') return onHome(session, screen.cursor, intent)
  if (screen.name === 'findings') return findingsIntent(session, screen, intent)
  return stay(session)
}

function onWelcome(session: Session, intent: Intent): Step {
  if (intent.type !== 'accepted' && intent.type !== 'declined') return stay(session)
  const mayRecord = intent.type === 'accepted'
  const screen = session.scan.status === 'running' ? { name: 'scanning' as const } : HOME
  const seen = start(stay({ ...session, mayRecord, screen }), 'keep', { type: 'save-welcome' })
  return session.scan.status === 'waiting'
    ? { ...startScan(seen.session), effects: [...seen.effects, ...startScan(seen.session).effects] }
    : seen
}

const HOME = { name: 'home', cursor: 0 } as const

function onScanning(session: Session, intent: Intent): Step {
  if (intent.type !== 'went-back') return stay(session)
  const scan = { ...session.scan, status: 'cancelled' as const }
  return cancel(stay({ ...session, scan, screen: HOME, back: [] }), 'scan')
}

function onHome(session: Session, cursor: number, intent: Intent): Step {
  const rows = homeRows(session)
  if (intent.type === 'accepted') {
    const row = rows[cursor]
    if (!row) return stay(session)
    if (row.kind === 'group')
      return openFinding(session, row.group.findings, firstToDo(session, row.group.findings))
    return openFinding(session, row.round, row.round.indexOf(row.finding), row.step)
  }
  if (intent.type === 'session-wanted') return openFinding(session, plannedSession(session), 0)
  if (intent.type === 'filter-opened')
    return stay({
      ...session,
      back: [...session.back, session.screen],
      screen: { ...FINDINGS_SCREEN, field: fieldWith('') },
    })
  return stay({
    ...session,
    screen: { name: 'home', cursor: moveCursor(cursor, intent, rows.length, session.size) },
  })
}

/** The first finding of a round that was not set aside; the first of all when every one was. */
function firstToDo(session: Session, round: readonly Finding[]): number {
  return Math.max(
    0,
    round.findIndex(finding => !session.later.includes(finding.fingerprint)),
  )
}

/** Returns the step for what opening the project and scanning it brought, null for other outcomes. */
export function listOutcome(session: Session, outcome: Outcome): Step | null {
  switch (outcome.type) {
    case 'project-opened':
      return start(stay(opened(session, outcome)), 'cards', { type: 'count-cards' })
    case 'scan-progressed':
      return stay({
        ...session,
        scan: { ...session.scan, ...progressOf(outcome) },
      })
    case 'scan-finished':
      return outcome.paths.length > 0
        ? retry(rescanned(session, outcome))
        : start(stay(scanned(session, outcome)), 'budget', { type: 'measure-budget' })
    case 'ages-progressed':
    case 'ages-loaded':
      return stay({ ...session, ages: outcome.ages })
    case 'budget-measured':
      return stay({ ...session, guardrails: outcome.guardrails })
    case 'effect-failed':
      if (outcome.lane !== 'scan') return null
      return stay({
        ...session,
        scan: { ...session.scan, status: 'failed' },
        screen: session.screen.name === 'scanning' ? HOME : session.screen,
        notice: { kind: 'failed', problem: outcome.problem },
      })
    default:
      return null
  }
}

function opened(session: Session, outcome: Outcome & { type: 'project-opened' }): Session {
  const {
    project,
    mayRecord,
    isFirstRun,
    weaknesses,
    rules,
    settings,
    testCommand,
    later,
    resume,
    problems,
  } = outcome
  const own = withSettings(session, settings)
  const known = { ...own, project, mayRecord, weaknesses, rules, testCommand, later, resume }
  const [problem] = problems
  const told = problem ? { ...known, notice: { kind: 'failed' as const, problem } } : known
  const isAtStart = session.screen.name === 'scanning' || session.screen.name === 'home'
  return isFirstRun && isAtStart ? { ...told, screen: { name: 'welcome' } } : told
}

/** A program that is waited for does not say how far it is; what our own scan said stays. */
function progressOf({ done, total, found, elapsedMs, waitingFor }: Outcome & { type: 'scan-progressed' }) {
  return waitingFor ? { elapsedMs, waitingFor } : { done, total, found, elapsedMs, waitingFor }
}

type Scanned = Outcome & { type: 'scan-finished' }

function scanned(session: Session, outcome: Scanned): Session {
  const { files, durationMs, unread } = outcome
  const findings = [...outcome.findings].sort(compareFindings)
  const found = findings.length
  const state = { status: 'done' as const, done: files, total: files, found, files, durationMs, unread }
  const scan = { ...session.scan, ...state, waitingFor: null }
  return {
    ...session,
    findings,
    scan,
    screen: session.screen.name === 'scanning' ? HOME : session.screen,
  }
}

/** One file was scanned again after a change: its findings are replaced, the open one follows its fingerprint. */
function rescanned(session: Session, outcome: Scanned): Session {
  const others = session.findings.filter(finding => !outcome.paths.includes(finding.path))
  const findings = [...others, ...outcome.findings].sort(compareFindings)
  const { visit } = session
  const moved = visit && findings.find(finding => finding.fingerprint === visit.finding.fingerprint)
  const next = { ...session, findings, visit: visit && moved ? { ...visit, finding: moved } : visit }
  const known = new Set(session.findings.map(finding => finding.fingerprint))
  const added = outcome.findings.filter(finding => !known.has(finding.fingerprint)).length
  return added > 0 && !session.notice
    ? tell(next, `${added} more ${added === 1 ? 'place' : 'places'} found in ${outcome.paths.join(', ')}.`)
    : next
}

/** Fixes that were dropped because their file changed are tried again on what the file is now. */
function retry(session: Session): Step {
  const { visit, screen } = session
  const isChoosing = screen.name === 'verify' || screen.name === 'fix'
  if (!visit || !isChoosing || Object.keys(visit.attempts).length > 0) return stay(session)
  return start(stay(session), 'fixes', { type: 'try-fixes', finding: visit.finding })
}
