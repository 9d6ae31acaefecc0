import { saveProgress } from '../bookmark.js'
import type { Intent } from '../event.js'
import { FINDINGS_SCREEN } from '../findings-screen.js'
import { HELP, PALETTE } from '../overlay.js'
import { NEW_QUIZ } from '../quiz-screen.js'
import { NEW_RULES } from '../rules-screen.js'
import type { Screen, ScreenName, Tab } from '../screen.js'
import type { Session } from '../session.js'
import { cancel, isBusy, open, type Step, start, stay, tell } from '../step.js'
import { overlayIntent } from './overlay.js'

/** Screens of the walk through one finding; leaving it goes back to the list it began from. */
const WALK: readonly ScreenName[] = [
  'see',
  'learn',
  'check',
  'fix',
  'verify',
  'ask',
  'tests',
  'edit',
  'set',
  'remember',
  'exempt',
]

/** Returns the step for an intent that means the same on every screen, or null when the screen decides. */
export function globalIntent(session: Session, intent: Intent): Step | null {
  switch (intent.type) {
    case 'resized':
      return stay({ ...session, size: intent.size })
    case 'text-measured':
      return stay(
        session.scrollLimit === intent.scrollLimit
          ? session
          : { ...session, scrollLimit: intent.scrollLimit },
      )
    case 'help-toggled':
      return stay({ ...session, overlay: session.overlay?.name === 'help' ? null : HELP })
    case 'palette-opened':
      return stay({ ...session, overlay: PALETTE })
    case 'refused':
      return stay(tell(session, intent.reason))
    case 'stopped':
      return stop(session, intent.code)
    default:
      return session.overlay ? overlayIntent(session, session.overlay, intent) : onTab(session, intent)
  }
}

function onTab(session: Session, intent: Intent): Step | null {
  if (intent.type === 'tab-opened') return openTab(session, intent.tab)
  if (intent.type === 'undo-list-wanted') return openUndo(session)
  if (
    intent.type === 'undo-wanted' &&
    session.screen.name !== 'set' &&
    session.screen.name !== 'undo' &&
    session.screen.name !== 'quiz'
  )
    return undo(session)
  return null
}

/** Quitting calls off what only reads; `start.tsx` waits for what writes. */
function stop(session: Session, code: number): Step {
  const saved = saveProgress(stay(session))
  const calledOff = cancel(cancel(saved, 'scan'), 'fixes')
  return { ...calledOff, session: { ...calledOff.session, exitCode: code } }
}

function undo(session: Session): Step {
  if (!session.lastFix) return stay(tell(session, 'There is no fix of this session to undo.'))
  if (isBusy(session, 'write')) return stay(session)
  return start(stay(session), 'write', { type: 'undo-fix', applied: session.lastFix })
}

/** Returns the step that lists the fixes of this and earlier sessions that can be taken back. */
function openUndo(session: Session): Step {
  if (session.screen.name === 'undo') return stay(session)
  if (isBusy(session, 'write')) return stay(tell(session, 'One moment: the file is still being checked.'))
  const shown = open(session, { name: 'undo', rows: null, cursor: 0, scroll: 0 })
  return start(stay(shown), 'undo-list', { type: 'list-fixes' })
}

/** Tabs that opening again would not change. */
const STAYS: readonly Tab[] = ['home', 'findings', 'progress', 'settings']

/** Returns the step that shows a tab; the walk through a finding is left, its place kept by the bookmark. */
export function openTab(session: Session, tab: Tab): Step {
  if (isBusy(session, 'write')) return stay(tell(session, 'One moment: the file is still being checked.'))
  if (STAYS.includes(tab) && session.screen.name === tab) return stay(tell(session, 'You are there already.'))
  const at = { ...session, screen: tabScreen(tab, session), back: tab === 'home' ? [] : [homeOf(session)] }
  if (tab === 'quiz') return start(stay(at), 'quiz', { type: 'start-quiz', mode: 'due' })
  if (tab === 'progress') return start(stay(at), 'cards', { type: 'count-cards' })
  if (tab === 'rules') return openReview(at)
  if (tab !== 'home' && tab !== 'findings') return stay(at)
  if (session.scan.status === 'waiting') return startScan({ ...at, screen: { name: 'scanning' } })
  if (session.scan.status === 'running') return stay({ ...at, screen: { name: 'scanning' }, back: [] })
  return stay(at)
}

/** Returns the step that loads what the review shows; where detectors match now is looked for anew. */
export function openReview(session: Session): Step {
  const step = start(stay({ ...session, places: {} }), 'records', { type: 'review-rules' })
  return start(step, 'budget', { type: 'measure-budget' })
}

function homeOf(session: Session): Screen {
  const kept = [...session.back, session.screen].find(screen => screen.name === 'home')
  return kept ?? { name: 'home', cursor: 0 }
}

function tabScreen(tab: Tab, session: Session): Screen {
  switch (tab) {
    case 'home':
      return homeOf(session)
    case 'findings':
      return FINDINGS_SCREEN
    case 'rules':
      return NEW_RULES
    case 'quiz':
      return NEW_QUIZ
    case 'progress':
      return { name: 'progress', scroll: 0 }
    case 'settings':
      return { name: 'settings', cursor: 0, ask: null }
  }
}

/** Returns the step that scans the whole project. */
export function startScan(session: Session): Step {
  const scan = { ...session.scan, status: 'running' as const, done: 0, total: 0, found: 0 }
  return start(stay({ ...session, scan }), 'scan', { type: 'scan', paths: [] })
}

/** Returns the step one screen back; on the first screen it stays. */
export function goBack(session: Session): Step {
  const screen = session.back.at(-1)
  if (!screen) return stay(session.screen.name === 'home' ? session : { ...session, screen: homeOf(session) })
  return stay({ ...session, screen, back: session.back.slice(0, -1) })
}

/** Returns the session on the list that the walk through the finding began from. */
export function leaveWalk(session: Session): Session {
  const index = session.back.findLastIndex(screen => !WALK.includes(screen.name))
  const screen = session.back[index] ?? homeOf(session)
  return { ...session, screen, back: session.back.slice(0, Math.max(0, index)), visit: null }
}
