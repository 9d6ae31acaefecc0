import { whyNotPromote } from '../../../core/learned-rule/gate.js'
import type { LearnedRule } from '../../../core/learned-rule/learned-rule.js'
import { isWritable } from '../../../core/learned-rule/lint-text.js'
import { markedRule, partnersOf } from '../../../core/session/rule-selectors.js'
import type { Session } from '../../../core/session/session.js'
import type { Binding } from '../key-binding.js'
import { BACK, HOME_KEY, MOVE, NAVIGATION, TAB_KEYS } from './common.js'

/** Returns why a key of the review does nothing for the marked rule; without a rule no key does. */
const forRule =
  (why: (rule: LearnedRule, session: Session) => string | null = () => null) =>
  (session: Session): string | null => {
    const rule = markedRule(session)
    if (rule) return why(rule, session)
    return session.rules.length === 0
      ? 'There is no learned rule yet. They come from fixes.'
      : 'No rule is shown. Esc shows all again.'
  }

const isOut = (rule: LearnedRule | null) => rule?.status === 'retired' || rule?.status === 'stale'
const PROMOTED = 'This rule is promoted already. [[rules.files]] shows the files.'

/** Keys of the rule review. */
export const RULES: readonly Binding[] = [
  {
    id: 'rules.promote',
    keys: ['p'],
    label: 'promote',
    help: 'let your assistants read this rule from the next sync on',
    rank: 0,
    intent: { type: 'promote-wanted' },
    disabled: forRule((rule, session) => {
      if (rule.status === 'promoted') return PROMOTED
      const reason = whyNotPromote(rule, session.places[rule.id])
      if (reason !== null)
        return `${reason} ${isWritable(rule.text) ? 'P promotes the sentence alone.' : 'e changes it.'}`
      return rule.detector.kind === 'pattern' && !session.places[rule.id]
        ? 'One moment: where else this pattern matches is still being looked for.'
        : null
    }),
  },
  {
    id: 'rules.sentence',
    keys: ['P'],
    label: 'promote the sentence',
    help: 'promote the sentence alone, when its detector does not hold; it is shown as not enforced',
    intent: { type: 'sentence-promoted' },
    disabled: forRule(rule => {
      if (rule.status === 'promoted') return PROMOTED
      return isWritable(rule.text) ? null : `${whyNotPromote(rule)} e changes it.`
    }),
  },
  {
    id: 'rules.edit',
    keys: ['e'],
    label: 'edit',
    help: 'change the sentence; what is wrong with it is told while you type',
    rank: 10,
    intent: { type: 'edit-wanted' },
    disabled: forRule(),
  },
  {
    id: 'rules.scope',
    keys: ['s'],
    label: 'scope',
    help: 'set the files it applies to; how many match is told while you type',
    rank: 20,
    intent: { type: 'scope-wanted' },
    disabled: forRule(),
  },
  {
    id: 'rules.merge',
    keys: ['m'],
    label: 'merge',
    help: 'make one rule of this and another; both and the outcome are shown first',
    rank: 30,
    intent: { type: 'merge-wanted' },
    disabled: forRule((rule, session) =>
      partnersOf(session, rule.id).length > 0
        ? null
        : 'No other rule is about the same weakness in the same language.',
    ),
  },
  {
    id: 'rules.retire',
    keys: ['r'],
    label: 'retire',
    labelNow: session => (isOut(markedRule(session)) ? 'restore' : null),
    help: 'take the rule out of use, with a reason; a retired one is put back among the candidates',
    rank: 25,
    intent: session => (isOut(markedRule(session)) ? { type: 'restore-wanted' } : { type: 'retire-wanted' }),
    disabled: forRule(),
  },
  {
    id: 'rules.undo',
    keys: ['u'],
    label: 'undo',
    help: 'take the last decision of this session back; again for the one before',
    rank: 35,
    intent: { type: 'decision-undone' },
    disabled: session =>
      session.decisions.length > 0 ? null : 'There is no decision of this session to take back.',
  },
  {
    id: 'rules.files',
    keys: ['v'],
    label: 'see files',
    help: 'show what every assistant will read, before anything is written',
    rank: 15,
    intent: { type: 'files-wanted' },
  },
  {
    id: 'rules.read',
    keys: ['enter', 'right', 'l', 'tab'],
    shown: 'Enter',
    label: 'read',
    help: 'read all of the rule: the arrows then move its text, Esc goes back to the list',
    rank: 5,
    intent: { type: 'accepted' },
    disabled: forRule((_, { screen }) =>
      screen.name === 'rules' && screen.isReading ? 'You are reading it. Esc goes back to the list.' : null,
    ),
  },
  {
    id: 'rules.filter',
    keys: ['/'],
    label: 'filter',
    help: 'show only rules that hold some words',
    rank: 45,
    intent: { type: 'filter-opened' },
  },
  {
    id: 'rules.state',
    keys: ['f'],
    label: 'state',
    help: 'show only candidates, promoted, stale or retired rules, then all again',
    rank: 46,
    intent: { type: 'state-changed' },
  },
  {
    id: 'rules.order',
    keys: ['o'],
    label: 'order',
    help: 'sort by state, score, newest fix or weakness; the first line says which',
    rank: 47,
    intent: { type: 'order-changed' },
  },
  BACK,
  ...NAVIGATION,
  ...MOVE,
]

/** Keys of two rules that are about to become one. */
export const MERGE: readonly Binding[] = [
  {
    id: 'merge.accept',
    keys: ['enter'],
    shown: 'Enter',
    label: 'merge',
    help: 'make one rule of the two, as shown',
    rank: 0,
    intent: { type: 'accepted' },
  },
  {
    id: 'merge.swap',
    keys: ['tab', 'x'],
    label: 'keep the other',
    help: 'let the other rule stay, with its sentence',
    rank: 10,
    intent: { type: 'sides-swapped' },
  },
  {
    id: 'merge.next',
    keys: ['n'],
    label: 'another rule',
    help: 'merge with another rule of this weakness',
    rank: 20,
    intent: { type: 'next-wanted' },
    disabled: session =>
      session.screen.name === 'merge' && partnersOf(session, session.screen.rule).length > 1
        ? null
        : 'There is no third rule about this weakness.',
  },
  { ...BACK, label: 'leave both' },
  ...NAVIGATION,
  ...MOVE,
]

/** Keys of the places that a learned pattern also matches. */
export const PLACES: readonly Binding[] = [
  {
    id: 'places.confirm',
    keys: ['y'],
    label: 'mistakes too: promote',
    help: 'these places are mistakes as well: promote the rule with its detector, which reports them from now on',
    rank: 0,
    intent: { type: 'places-confirmed' },
  },
  {
    id: 'places.sentence',
    keys: ['P'],
    label: 'fine: sentence only',
    help: 'these places are fine: promote the sentence alone, without the detector',
    rank: 10,
    intent: { type: 'sentence-promoted' },
  },
  { ...BACK, label: 'decide later' },
  ...NAVIGATION,
  ...MOVE,
]

/** Keys of the progress screen. */
export const PROGRESS: readonly Binding[] = [{ ...BACK, rank: 1 }, HOME_KEY, ...TAB_KEYS, ...MOVE]
