import { estimateRound } from '../../../core/session/estimate.js'
import { plannedSession } from '../../../core/session/selectors.js'
import type { Guardrails, Session } from '../../../core/session/session.js'
import { count } from '../../../core/text/words.js'
import { fillKeys } from '../../keys/fill-keys.js'

/** Returns what waits besides the findings: files to sync, rules to review, cards to answer; empty when nothing does. */
export function assistantText(session: Session): string {
  const { rules, guardrails } = session
  const due = session.cards.filter(card => card.isDue).length
  const promoted = rules.filter(rule => rule.status === 'promoted').length
  const waiting = rules.filter(rule => rule.status === 'candidate').length
  const text = [
    sessionText(session),
    guardrailText(guardrails, promoted),
    waiting > 0
      ? `${count(waiting, 'learned rule')} ${waiting === 1 ? 'waits' : 'wait'} for your review.`
      : '',
    due > 0 ? `${count(due, 'quiz card')} ${due === 1 ? 'is' : 'are'} due.` : '',
  ]
    .filter(Boolean)
    .join('  ')
  return fillKeys(text, session.settings.keys)
}

/** What one sitting of the length that is set would do. */
function sessionText(session: Session): string {
  const plan = plannedSession(session)
  const [first] = plan
  if (!first || plan.length === session.findings.length) return ''
  const minutes = count(estimateRound(plan), 'minute')
  return `A session of about ${minutes}: ${count(plan.length, 'finding')}, with [[home.session]].`
}

function guardrailText(guardrails: Guardrails | null, learned: number): string {
  if (!guardrails || guardrails.budget.rules === 0) return ''
  const { rules, tokens, maxTokens } = guardrails.budget
  const what = `${count(rules, 'rule')}, ${learned} learned here (${tokens} of ${maxTokens} tokens)`
  return guardrails.isSynced
    ? `Your assistants read ${what}.`
    : `Ready for your assistants: ${what}. 2, then [[rules.files]], shows the files.`
}
