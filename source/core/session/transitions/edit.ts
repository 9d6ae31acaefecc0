import type { FixTrial } from '../../fix/fix-preview.js'
import type { Problem } from '../../problem.js'
import { moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { EditScreen } from '../fix-view.js'
import type { Session, Visit } from '../session.js'
import { isBusy, open, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step that waits for the developer to edit the file, in whatever editor they have it open. */
export function openEdit(session: Session, visit: Visit): Step {
  const { path } = visit.finding
  const before = visit.sources[path]
  if (before === undefined || before === null)
    return stay(tell(session, 'The file could not be read, so an edit of it could not be checked.'))
  const screen: EditScreen = {
    name: 'edit',
    before,
    status: 'waiting',
    saves: 0,
    trial: null,
    problem: null,
    scroll: 0,
  }
  return start(stay(open(session, screen)), 'watch', { type: 'watch-file', path, before })
}

/** Returns the step that waits for the edit and opens the developer's own editor for it at once. */
export function openEditor(session: Session, visit: Visit): Step {
  if (session.editor === null)
    return stay(tell(session, 'No editor is set. Set one in the settings, or set EDITOR or VISUAL.'))
  const step = openEdit(session, visit)
  return step.session.screen.name === 'edit' ? startEditor(step, step.session.screen, visit) : step
}

function startEditor(step: Step, screen: EditScreen, visit: Visit): Step {
  const shown = { ...step, session: { ...step.session, screen: { ...screen, status: 'open' as const } } }
  return start(shown, 'write', { type: 'edit-file', finding: visit.finding })
}

/** Returns the step for an intent while the developer edits. */
export function editIntent(session: Session, intent: Intent): Step {
  const { screen, visit } = session
  if (screen.name !== 'edit' || !visit) return stay(session)
  switch (intent.type) {
    case 'went-back':
      return leaveEdit(session, screen, visit)
    case 'editor-opened':
    case 'accepted':
      if (session.editor === null || isBusy(session, 'write')) return check(session, screen, visit)
      return startEditor(stay(session), screen, visit)
    case 'check-wanted':
      return check(session, screen, visit)
    default: {
      const scroll = moveScroll(screen.scroll, intent, session.scrollLimit, session.size)
      return stay({ ...session, screen: { ...screen, scroll } })
    }
  }
}

function check(session: Session, screen: EditScreen, visit: Visit): Step {
  const shown = stay({ ...session, screen: { ...screen, status: 'checking' as const } })
  return start(shown, 'check', { type: 'check-edit', finding: visit.finding, before: screen.before })
}

/** Returns the step for what the editor, the watcher and the check brought, null for other outcomes. */
export function editOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen, visit } = session
  if (screen.name !== 'edit' || !visit) return null
  const put = (next: Partial<EditScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  switch (outcome.type) {
    case 'file-saved': {
      const saved = { ...screen, saves: screen.saves + 1 }
      // While the editor has the terminal nobody sees a screen change; it is checked when the editor closes.
      return screen.status === 'open' ? put({ saves: saved.saves }) : check(session, saved, visit)
    }
    case 'editor-started':
      return put({ status: 'waiting' })
    case 'editor-closed':
      return check(session, screen, visit)
    case 'edit-checked':
      return notYet(session, screen, outcome.trial, null)
    case 'effect-failed':
      return outcome.lane === 'check' || outcome.lane === 'write'
        ? notYet(session, screen, null, outcome.problem)
        : null
    default:
      return null
  }
}

/** Where the file was saved meanwhile it is read and scanned again, then its fixes are tried anew. */
function leaveEdit(session: Session, screen: EditScreen, visit: Visit): Step {
  const step = goBack(session)
  if (screen.saves === 0 && screen.trial === null) return step
  const fresh = { ...step, session: { ...step.session, visit: { ...visit, attempts: {} } } }
  const paths = Object.keys(visit.sources)
  return start(start(fresh, 'source', { type: 'load-sources', paths }), 'rescan', {
    type: 'scan',
    paths: [visit.finding.path],
  })
}

/** The edit stays as it is, the watcher goes on, and what holds for the code as it was stays in sight. */
function notYet(session: Session, screen: EditScreen, trial: FixTrial | null, problem: Problem | null): Step {
  const { visit } = session
  const hasFailed = trial !== null || visit?.hasFailed === true
  const kept = trial && visit ? { ...visit, hasFailed } : visit
  return stay({ ...session, visit: kept, screen: { ...screen, status: 'waiting', trial, problem } })
}
