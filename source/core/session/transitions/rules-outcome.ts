import type { LearnedRule } from '../../learned-rule/learned-rule.js'
import { NO_ROOM } from '../../learned-rule/review-sections.js'
import type { RuleChange } from '../../learned-rule/rule-change.js'
import { moveCursor } from '../cursor.js'
import type { Outcome } from '../event.js'
import { shownRules } from '../rule-selectors.js'
import type { Session } from '../session.js'
import { isBusy, type Step, start, stay, tell } from '../step.js'
import { goBack } from './navigation.js'

/** Returns the step for what the review and the sync brought, null for other outcomes. */
export function rulesOutcome(session: Session, outcome: Outcome): Step | null {
  const { screen } = session
  switch (outcome.type) {
    case 'review-loaded': {
      const { rules, review } = outcome
      const known = Object.fromEntries(
        Object.entries(session.places).filter(([id]) => rules.some(rule => rule.id === id)),
      )
      const next = held({ ...session, rules, review, places: known })
      const open = rules.filter(rule => !known[rule.id])
      return open.length > 0 && isReviewing(next) && !isBusy(next, 'places')
        ? start(stay(next), 'places', { type: 'look-for-places', rules: open })
        : stay(next)
    }
    case 'places-found':
      return stay({ ...session, places: { ...session.places, ...outcome.places } })
    case 'rules-decided':
      return decided(session, outcome.change, outcome.told)
    case 'decision-taken-back': {
      const { before, after, did } = outcome.change
      const rules = replaced(session.rules, after, before)
      const next = { ...session, rules, decisions: session.decisions.slice(0, -1) }
      return measured(tell(follow(next, before[0]), `Taken back: ${did}.`))
    }
    case 'plan-made':
      return stay(
        screen.name === 'files'
          ? { ...session, screen: { ...screen, plan: outcome.plan, cursor: 0, scroll: 0 } }
          : session,
      )
    case 'plan-applied': {
      const { written } = outcome
      const paths = written.changes.map(change => change.path)
      const synced = [...new Set([...session.tally.filesSynced, ...paths])]
      const next = { ...session, tally: { ...session.tally, filesSynced: synced } }
      const shown =
        screen.name === 'files'
          ? { ...next, screen: { ...screen, written, scroll: 0 } }
          : tell(next, `Written: ${paths.join(', ')}.`)
      return start(stay(shown), 'budget', { type: 'measure-budget' })
    }
    case 'effect-failed':
      return outcome.lane === 'plan' && screen.name === 'files' && screen.plan === null
        ? stay({ ...goBack(session).session, notice: { kind: 'failed', problem: outcome.problem } })
        : null
    default:
      return null
  }
}

/** A decision was written: the list follows the rule, and from merge and places the way leads back to the list. */
function decided(session: Session, change: RuleChange, told: string): Step {
  const { screen } = session
  if (change.after.length === 0) return stay(tell(session, told))
  const rules = replaced(session.rules, change.before, change.after)
  const next = { ...session, rules, decisions: [...session.decisions, change] }
  const isDone = screen.name === 'merge' || screen.name === 'places'
  const back = isDone ? goBack(next).session : next
  const step = measured(tell(follow(back, change.after[0]), `${told}${roomWords(session, change)}`))
  return screen.name === 'files' ? start(step, 'plan', { type: 'plan-sync', dropEdits: [] }) : step
}

/** A promoted rule without room in the block reaches fewer assistants than one would think. */
function roomWords({ review }: Session, { did, after }: RuleChange): string {
  const [rule] = after
  const outlook = rule && review?.facts[rule.id]?.outlook
  return did === 'promoted' && outlook && !outlook.fits ? ` But ${NO_ROOM}.` : ''
}

/** What scores, conflicts and the block cost depends on every decision. */
function measured(session: Session): Step {
  const step = start(stay(session), 'records', { type: 'review-rules' })
  return start(step, 'budget', { type: 'measure-budget' })
}

function replaced(
  rules: readonly LearnedRule[],
  gone: readonly LearnedRule[],
  come: readonly LearnedRule[],
): readonly LearnedRule[] {
  const ids = new Set([...gone, ...come].map(rule => rule.id))
  return [...rules.filter(rule => !ids.has(rule.id)), ...come]
}

/** Puts the cursor on a rule where the list still shows it; else it stays, held within the list. */
function follow(session: Session, rule: LearnedRule | undefined): Session {
  const { screen } = session
  if (screen.name !== 'rules') return session
  const index = shownRules(session, screen).findIndex(one => one.id === rule?.id)
  return index < 0 ? held(session) : { ...session, screen: { ...screen, cursor: index } }
}

function held(session: Session): Session {
  const { screen } = session
  if (screen.name !== 'rules') return session
  const rules = shownRules(session, screen)
  const nowhere = { type: 'moved', by: 0, unit: 'row' } as const
  const cursor = moveCursor(screen.cursor, nowhere, rules.length, session.size)
  return { ...session, screen: { ...screen, cursor } }
}

/** Looking for places takes a scan; it is done only while somebody reviews. */
function isReviewing({ screen }: Session): boolean {
  return ['rules', 'merge', 'places', 'files'].includes(screen.name)
}
