import type { Bookmark } from './effect.js'
import type { Session } from './session.js'
import { type Step, start } from './step.js'

/** Returns where the session stands, or null when there is nothing to come back to. */
export function bookmarkOf(session: Session): Bookmark | null {
  const { visit, resume, later } = session
  if (visit && session.findings.some(finding => finding.fingerprint === visit.finding.fingerprint))
    return { fingerprint: visit.finding.fingerprint, step: stepOf(session), round: visit.round, later }
  if (resume) return { ...resume, later }
  return later.length > 0 ? { fingerprint: '', step: '', round: [], later } : null
}

/** Returns `step` with the bookmark being saved. */
export function saveProgress(step: Step): Step {
  return start(step, 'keep', { type: 'save-progress', bookmark: bookmarkOf(step.session) })
}

/** The guided step to come back to: half-done ones begin again at the choice of a fix. */
function stepOf(session: Session): string {
  const { name } = session.screen
  if (name === 'learn' || name === 'check' || name === 'fix') return name
  if (
    name === 'verify' ||
    name === 'exempt' ||
    name === 'ask' ||
    name === 'tests' ||
    name === 'edit' ||
    name === 'set'
  )
    return 'fix'
  return 'see'
}
