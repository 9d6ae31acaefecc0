import type { Session } from './session.js'
import { type Step, start, stay } from './step.js'
import { openReview, startScan } from './transitions/navigation.js'

/** Returns the first step of a session: the project is opened, and scanned when the first screen needs it. */
export function startSession(session: Session): Step {
  const opened = start(stay(session), 'open', { type: 'open-project' })
  if (session.screen.name === 'quiz') return start(opened, 'quiz', { type: 'start-quiz', mode: 'due' })
  if (session.screen.name === 'rules') {
    const review = openReview(opened.session)
    return { session: review.session, effects: [...opened.effects, ...review.effects] }
  }
  if (session.screen.name !== 'scanning') return opened
  const scanning = startScan(opened.session)
  return { session: scanning.session, effects: [...opened.effects, ...scanning.effects] }
}
