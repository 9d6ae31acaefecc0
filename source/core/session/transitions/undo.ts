import { moveCursor, moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { UndoScreen } from '../fix-view.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for an intent on the list of fixes that can be taken back. */
export function undoIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name !== 'undo') return stay(session)
  const put = (next: Partial<UndoScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  const rows = screen.rows ?? []
  switch (intent.type) {
    case 'went-back':
      return goBack(session)
    case 'accepted': {
      const row = rows[screen.cursor]
      if (!row || isBusy(session, 'write')) return stay(session)
      if (row.reason !== null) return stay(tell(session, row.reason))
      return start(stay(session), 'write', { type: 'undo-noted', ids: [row.fix.id] })
    }
    case 'moved':
      if (intent.unit === 'page')
        return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
      return put({ cursor: moveCursor(screen.cursor, intent, rows.length, session.size), scroll: 0 })
    default:
      return put({ cursor: moveCursor(screen.cursor, intent, rows.length, session.size), scroll: 0 })
  }
}

/** Returns the step for what reading and taking back noted fixes brought, null for other outcomes. */
export function undoOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  switch (outcome.type) {
    case 'fixes-listed': {
      if (screen.name !== 'undo') return stay(session)
      const cursor = Math.max(0, Math.min(screen.cursor, outcome.rows.length - 1))
      return stay({ ...session, screen: { ...screen, rows: outcome.rows, cursor } })
    }
    case 'noted-undone':
      return takenBack(
        screen.name === 'undo' ? { ...session, screen: withoutRow(screen, outcome.id) } : session,
        outcome,
      )
    case 'noted-refused':
      return stay({ ...session, notice: { kind: 'failed', problem: outcome.problem } })
    case 'notes-undone': {
      const listed =
        screen.name === 'undo' ? start(stay(session), 'undo-list', { type: 'list-fixes' }) : stay(session)
      return start(listed, 'records', { type: 'review-rules' })
    }
    default:
      return null
  }
}

/** The row goes at once: a key pressed before the list was read again must not meet a fix that is gone. */
function withoutRow(screen: UndoScreen, id: string): UndoScreen {
  const rows = screen.rows?.filter(row => row.fix.id !== id) ?? null
  const cursor = Math.max(0, Math.min(screen.cursor, (rows?.length ?? 1) - 1))
  return { ...screen, rows, cursor }
}

/** Returns the step after a noted fix was taken back: its file is scanned again, and it counts as mended no more. */
export function takenBack(
  session: Session,
  { fingerprint, path }: { readonly fingerprint: string; readonly path: string },
): Step {
  const { tally, lastFix } = session
  const isLast = lastFix?.preview.finding.fingerprint === fingerprint
  const mended = tally.mended.filter(one => one.fingerprint !== fingerprint)
  const next = {
    ...session,
    tally: { ...tally, mended },
    lastFix: isLast ? null : lastFix,
    lastRecord: isLast ? null : session.lastRecord,
  }
  const told = tell(next, `The fix in ${path} was taken back. Other changes of the file stay.`)
  return start(stay(told), 'rescan', { type: 'scan', paths: [path] })
}
