import { assistantPrompt } from '../../fix/assistant-prompt.js'
import type { InstalledAssistant } from '../../fix/installed-assistant.js'
import { moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { AskScreen } from '../fix-view.js'
import { fixChoices } from '../selectors.js'
import type { Session, Visit } from '../session.js'
import { cancel, open, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step that shows what an assistant would be asked; it does not run yet. */
export function openAsk(session: Session, visit: Visit, assistant: InstalledAssistant): Step {
  const prompt = assistantPrompt(visit.finding)
  const screen: AskScreen = {
    name: 'ask',
    assistant,
    prompt,
    status: 'asking',
    seconds: 0,
    scroll: 0,
    problem: null,
  }
  return stay(open(session, screen))
}

/** Returns the step for an intent on the screen of an assistant. */
export function askIntent(session: Session, intent: Intent): Step {
  const { screen, visit } = session
  if (screen.name !== 'ask' || !visit) return stay(session)
  if (intent.type === 'went-back') {
    if (screen.status !== 'running') return goBack(session)
    const stopped = { ...session, screen: { ...screen, status: 'asking' as const } }
    return cancel(stay(tell(stopped, `${screen.assistant.name} was stopped. Nothing was changed.`)), 'ask')
  }
  if (intent.type === 'accepted' && screen.status !== 'running') {
    const running = { ...screen, status: 'running' as const, seconds: 0, problem: null }
    const { assistant } = screen
    const step = stay({ ...session, screen: running })
    return start(step, 'ask', { type: 'ask-assistant', finding: visit.finding, assistant })
  }
  const scroll = moveScroll(screen.scroll, intent, session.scrollLimit, session.size)
  return stay({ ...session, screen: { ...screen, scroll } })
}

/** Returns the step for what an assistant brought, null for other outcomes. */
export function askOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  switch (outcome.type) {
    case 'assistants-found':
      return stay({ ...session, assistants: outcome.assistants })
    case 'assistant-worked':
      return screen.name === 'ask'
        ? stay({ ...session, screen: { ...screen, seconds: outcome.seconds } })
        : stay(session)
    case 'assistant-answered':
      return answered(session, outcome)
    case 'effect-failed':
      return outcome.lane === 'ask' && screen.name === 'ask'
        ? stay({ ...session, screen: { ...screen, status: 'failed', problem: outcome.problem } })
        : null
    default:
      return null
  }
}

/** Its edit joins the other fixes, marked, so that it is looked at and applied like any of them. */
function answered(session: Session, outcome: Outcome & { type: 'assistant-answered' }): Step {
  const { screen, visit } = session
  const { preview, trial } = outcome
  if (screen.name !== 'ask' || visit?.finding.fingerprint !== preview.finding.fingerprint)
    return stay(session)
  const attempts = { ...visit.attempts, [preview.fix.id]: { preview, trial, problem: null } }
  const { session: back } = goBack({ ...session, visit: { ...visit, attempts } })
  if (back.screen.name !== 'fix') return stay(back)
  const cursor = fixChoices(back).findIndex(
    choice => choice.kind === 'fix' && choice.fix.id === preview.fix.id,
  )
  const told = trial.verified
    ? `${screen.assistant.name} wrote a fix. It was tried on this file; nothing is written yet.`
    : `${screen.assistant.name} wrote a fix that does not hold. Nothing was written.`
  return stay(tell({ ...back, screen: { ...back.screen, cursor: Math.max(0, cursor), scroll: 0 } }, told))
}
