import { moveScroll } from '../cursor.js'
import type { Intent } from '../event.js'
import { previewedFiles } from '../previewed-files.js'
import type { FilesScreen } from '../rules-screen.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for an intent on the preview of the files that assistants read. */
export function onFiles(session: Session, screen: FilesScreen, intent: Intent): Step {
  const put = (next: Partial<FilesScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  if (screen.written) {
    if (intent.type === 'went-back' || intent.type === 'accepted') return goBack(session)
    return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
  }
  const files = screen.plan ? previewedFiles(screen.plan) : []
  const file = files[screen.cursor]
  const turn = (by: number) =>
    put({ cursor: (screen.cursor + by + files.length) % Math.max(1, files.length), scroll: 0 })
  switch (intent.type) {
    case 'went-back':
      return isBusy(session, 'write') ? stay(session) : goBack(session)
    case 'next-wanted':
      return turn(1)
    case 'previous-wanted':
      return turn(-1)
    case 'layout-switched':
      return put({ isWhole: !screen.isWhole, scroll: 0 })
    case 'edit-taken-over':
      if (!file?.handEdit || isBusy(session, 'write')) return stay(session)
      return start(stay(session), 'write', {
        type: 'decide',
        decision: { kind: 'take-over', edit: file.handEdit },
      })
    case 'edit-dropped':
      if (!file?.handEdit || isBusy(session, 'plan')) return stay(session)
      return start(stay(session), 'plan', { type: 'plan-sync', dropEdits: [file.path] })
    case 'accepted':
      if (!screen.plan || screen.plan.changes.length === 0 || isBusy(session, 'write')) return stay(session)
      return start(stay(session), 'write', { type: 'apply-sync', plan: screen.plan })
    default:
      return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
  }
}
