import { editField, fieldWith } from '../../text/field.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { Intent, Outcome } from '../event.js'
import type { FilesScreen, RulesScreen } from '../screen.js'
import { reviewedRules } from '../selectors.js'
import type { Session } from '../session.js'
import { isBusy, open, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for an intent on the rules and files screens. */
export function rulesIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (screen.name === 'files') return onFiles(session, screen, intent)
  if (screen.name !== 'rules') return stay(session)
  return screen.ask ? onAsk(session, screen, screen.ask, intent) : onRules(session, screen, intent)
}

function onRules(session: Session, screen: RulesScreen, intent: Intent): Step {
  const rules = reviewedRules(session.rules)
  const rule = rules[screen.cursor]
  const ask = (of: 'edit' | 'retire', text: string) =>
    rule
      ? stay({ ...session, screen: { ...screen, ask: { of, rule: rule.id, field: fieldWith(text) } } })
      : stay(session)
  switch (intent.type) {
    case 'went-back':
      return goBack(session)
    case 'edit-wanted':
      return ask('edit', rule?.text ?? '')
    case 'retire-wanted':
      return ask('retire', '')
    case 'promote-wanted':
      if (!rule || isBusy(session, 'write')) return stay(session)
      return start(stay(session), 'write', { type: 'promote-rule', rule, isSentenceAlone: false })
    case 'sentence-promoted':
      if (!rule || isBusy(session, 'write')) return stay(session)
      return start(stay(session), 'write', { type: 'promote-rule', rule, isSentenceAlone: true })
    case 'files-wanted': {
      const shown = open(session, { name: 'files', plan: null, cursor: 0, scroll: 0 })
      return start(stay(shown), 'plan', { type: 'plan-sync' })
    }
    default:
      return stay({
        ...session,
        screen: { ...screen, cursor: moveCursor(screen.cursor, intent, rules.length, session.size) },
      })
  }
}

function onAsk(
  session: Session,
  screen: RulesScreen,
  ask: NonNullable<RulesScreen['ask']>,
  intent: Intent,
): Step {
  if (intent.type === 'went-back') return stay({ ...session, screen: { ...screen, ask: null } })
  if (intent.type === 'field-edited')
    return stay({
      ...session,
      screen: { ...screen, ask: { ...ask, field: editField(ask.field, intent.edit) } },
    })
  const rule = session.rules.find(one => one.id === ask.rule)
  if (intent.type !== 'accepted' || !rule || isBusy(session, 'write')) return stay(session)
  const text = ask.field.text.trim()
  if (text === '')
    return stay(tell(session, ask.of === 'edit' ? 'A rule needs a sentence.' : 'A reason is needed.'))
  const step = stay({ ...session, screen: { ...screen, ask: null } })
  return ask.of === 'edit'
    ? start(step, 'write', { type: 'edit-rule', rule, text })
    : start(step, 'write', { type: 'retire-rule', rule, reason: text })
}

function onFiles(session: Session, screen: FilesScreen, intent: Intent): Step {
  const count = screen.plan?.changes.length ?? 0
  const at = (by: number) => Math.max(0, Math.min(count - 1, screen.cursor + by))
  switch (intent.type) {
    case 'went-back':
      return isBusy(session, 'write') ? stay(session) : goBack(session)
    case 'next-wanted':
      return stay({
        ...session,
        screen: { ...screen, cursor: screen.cursor + 1 < count ? at(1) : 0, scroll: 0 },
      })
    case 'accepted':
      if (!screen.plan || count === 0 || isBusy(session, 'write')) return stay(session)
      return start(stay(session), 'write', { type: 'apply-sync', plan: screen.plan })
    default:
      return stay({
        ...session,
        screen: { ...screen, scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) },
      })
  }
}

/** Returns the step for what the rules and the sync brought, null for other outcomes. */
export function rulesOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  switch (outcome.type) {
    case 'rules-loaded':
      return stay({ ...session, rules: outcome.rules })
    case 'rule-changed': {
      const rules = session.rules.map(rule => (rule.id === outcome.rule.id ? outcome.rule : rule))
      const index = reviewedRules(rules).findIndex(rule => rule.id === outcome.rule.id)
      const next = { ...session, rules }
      const shown = screen.name === 'rules' ? { ...next, screen: { ...screen, cursor: index } } : next
      return start(stay(tell(shown, outcome.did)), 'budget', { type: 'measure-budget' })
    }
    case 'plan-made':
      return stay(
        screen.name === 'files' ? { ...session, screen: { ...screen, plan: outcome.plan } } : session,
      )
    case 'plan-applied': {
      const paths = outcome.changes.map(change => change.path)
      const synced = [...new Set([...session.tally.filesSynced, ...paths])]
      const next = { ...session, tally: { ...session.tally, filesSynced: synced } }
      const back = screen.name === 'files' ? goBack(next).session : next
      const told = tell(back, `Written: ${paths.join(', ')}.`)
      return start(stay(told), 'budget', { type: 'measure-budget' })
    }
    case 'effect-failed':
      return outcome.lane === 'plan' && screen.name === 'files'
        ? stay({ ...goBack(session).session, notice: { kind: 'failed', problem: outcome.problem } })
        : null
    default:
      return null
  }
}
