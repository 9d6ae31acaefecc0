import { editField, fieldWith } from '../../text/field.js'
import { moveCursor, moveScroll } from '../cursor.js'
import type { RuleDecision } from '../effect.js'
import type { Intent } from '../event.js'
import { markedRule, mergePair, partnersOf, shownRules } from '../rule-selectors.js'
import {
  type MergeScreen,
  NEW_FILES,
  type PlacesScreen,
  RULE_ORDERS,
  RULE_STATES,
  type RulesScreen,
} from '../rules-screen.js'
import type { Session } from '../session.js'
import { isBusy, open, type Step, start, stay } from '../step.js'
import { onFiles } from './files.js'
import { goBack } from './navigation.js'
import { onRuleAsk } from './rule-ask.js'

/** Returns the step for an intent on the review's screens. */
export function rulesIntent(session: Session, intent: Intent): Step {
  const { screen } = session
  if (intent.type === 'decision-undone') return takeBack(session)
  switch (screen.name) {
    case 'files':
      return onFiles(session, screen, intent)
    case 'merge':
      return onMerge(session, screen, intent)
    case 'places':
      return onPlaces(session, screen, intent)
    case 'rules':
      if (screen.ask) return onRuleAsk(session, screen, screen.ask, intent)
      return screen.field ? onFilter(session, screen, intent) : onRules(session, screen, intent)
    default:
      return stay(session)
  }
}

/** Returns the step that carries out a decision; while another is being written the key does nothing. */
export function decide(session: Session, decision: RuleDecision): Step {
  if (isBusy(session, 'write')) return stay(session)
  return start(stay(session), 'write', { type: 'decide', decision })
}

function onRules(session: Session, screen: RulesScreen, intent: Intent): Step {
  const rules = shownRules(session, screen)
  const rule = markedRule(session)
  const put = (next: Partial<RulesScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  const ask = (of: 'edit' | 'scope' | 'retire', text: string) =>
    rule ? put({ ask: { of, rule: rule.id, field: fieldWith(text) } }) : stay(session)
  switch (intent.type) {
    case 'went-back':
      if (screen.isReading) return put({ isReading: false, scroll: 0 })
      return screen.filter === '' && screen.state === 'all'
        ? goBack(session)
        : put({ filter: '', state: 'all', cursor: 0 })
    case 'accepted':
      return rule ? put({ isReading: true }) : stay(session)
    case 'filter-opened':
      return put({ field: fieldWith(screen.filter), isReading: false, scroll: 0 })
    case 'state-changed':
      return put({ state: after(RULE_STATES, screen.state), cursor: 0, scroll: 0 })
    case 'order-changed':
      return put({ order: after(RULE_ORDERS, screen.order), cursor: 0, scroll: 0 })
    case 'edit-wanted':
      return ask('edit', rule?.text ?? '')
    case 'scope-wanted':
      return ask('scope', rule?.scope.join(', ') ?? '')
    case 'retire-wanted':
      return ask('retire', '')
    case 'restore-wanted':
      return rule ? decide(session, { kind: 'restore', rule }) : stay(session)
    case 'promote-wanted':
      return rule ? promote(session, rule.id) : stay(session)
    case 'sentence-promoted':
      return rule
        ? decide(session, { kind: 'promote', rule, isSentenceAlone: true, arePlacesConfirmed: false })
        : stay(session)
    case 'merge-wanted':
      return rule
        ? stay(open(session, { name: 'merge', rule: rule.id, cursor: 0, isSwapped: false, scroll: 0 }))
        : stay(session)
    case 'files-wanted':
      return start(stay(open(session, NEW_FILES)), 'plan', { type: 'plan-sync', dropEdits: [] })
    default:
      return screen.isReading
        ? put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
        : put({ cursor: moveCursor(screen.cursor, intent, rules.length, session.size), scroll: 0 })
  }
}

/** A learned pattern that matches elsewhere is promoted only once those places were seen. */
function promote(session: Session, id: string): Step {
  const rule = session.rules.find(one => one.id === id)
  if (!rule) return stay(session)
  const others = session.places[id]?.places.length ?? 0
  return rule.detector.kind === 'pattern' && others > 0
    ? stay(open(session, { name: 'places', rule: id, scroll: 0 }))
    : decide(session, { kind: 'promote', rule, isSentenceAlone: false, arePlacesConfirmed: false })
}

function onFilter(session: Session, screen: RulesScreen, intent: Intent): Step {
  const field = screen.field ?? fieldWith('')
  const put = (next: Partial<RulesScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  if (intent.type === 'field-edited') return put({ field: editField(field, intent.edit), cursor: 0 })
  if (intent.type === 'accepted') return put({ field: null, filter: field.text.trim() })
  if (intent.type === 'went-back') return put({ field: null, cursor: 0 })
  const rules = shownRules(session, screen)
  return put({ cursor: moveCursor(screen.cursor, intent, rules.length, session.size) })
}

function onMerge(session: Session, screen: MergeScreen, intent: Intent): Step {
  const put = (next: Partial<MergeScreen>) => stay({ ...session, screen: { ...screen, ...next } })
  const partners = partnersOf(session, screen.rule)
  switch (intent.type) {
    case 'went-back':
      return isBusy(session, 'write') ? stay(session) : goBack(session)
    case 'sides-swapped':
      return put({ isSwapped: !screen.isSwapped })
    case 'next-wanted':
      return put({ cursor: (screen.cursor + 1) % Math.max(1, partners.length), scroll: 0 })
    case 'accepted': {
      const pair = mergePair(session, screen)
      return pair ? decide(session, { kind: 'merge', ...pair }) : goBack(session)
    }
    default:
      return put({ scroll: moveScroll(screen.scroll, intent, session.scrollLimit, session.size) })
  }
}

function onPlaces(session: Session, screen: PlacesScreen, intent: Intent): Step {
  const rule = session.rules.find(one => one.id === screen.rule)
  const promoteSo = (isSentenceAlone: boolean) =>
    rule
      ? decide(session, { kind: 'promote', rule, isSentenceAlone, arePlacesConfirmed: !isSentenceAlone })
      : goBack(session)
  switch (intent.type) {
    case 'went-back':
      return isBusy(session, 'write') ? stay(session) : goBack(session)
    case 'places-confirmed':
      return promoteSo(false)
    case 'sentence-promoted':
      return promoteSo(true)
    default: {
      const scroll = moveScroll(screen.scroll, intent, session.scrollLimit, session.size)
      return stay({ ...session, screen: { ...screen, scroll } })
    }
  }
}

function takeBack(session: Session): Step {
  const change = session.decisions.at(-1)
  if (!change || isBusy(session, 'write')) return stay(session)
  return start(stay(session), 'write', { type: 'take-back', change })
}

function after<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one
}
