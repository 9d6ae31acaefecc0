import { moveCursor } from '../cursor.js'
import type { Intent } from '../event.js'
import type { TargetsScreen } from '../screen.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for an intent on the list of assistants; only Enter saves, leaving changes nothing. */
export function targetsIntent(session: Session, screen: TargetsScreen, intent: Intent): Step {
  const lines = screen.lines ?? []
  switch (intent.type) {
    case 'went-back':
      return goBack(session)
    case 'target-switched': {
      const id = lines[screen.cursor]?.id
      if (id === undefined) return stay(session)
      const chosen = screen.chosen.includes(id)
        ? screen.chosen.filter(one => one !== id)
        : [...screen.chosen, id]
      return stay({ ...session, screen: { ...screen, chosen } })
    }
    case 'default-wanted':
      return stay({ ...session, screen: { ...screen, chosen: [] } })
    case 'accepted':
      return isBusy(session, 'write')
        ? stay(session)
        : start(stay(session), 'write', { type: 'save-targets', chosen: screen.chosen })
    default: {
      const cursor = moveCursor(screen.cursor, intent, lines.length, session.size)
      return stay({ ...session, screen: { ...screen, cursor } })
    }
  }
}
