import type { Guardrail } from '../guardrail/target.js'
import type { LearnedRule, LearnedRuleStatus } from '../learned-rule/learned-rule.js'
import { type MergePartner, mergePartners } from '../learned-rule/merge-rules.js'
import type { RuleReview } from '../learned-rule/rule-review.js'
import { memoiseLast } from '../memoise.js'
import type { Weakness } from '../weakness/weakness.js'
import type { MergeScreen, RuleOrder, RuleState, RulesScreen } from './rules-screen.js'
import type { Session } from './session.js'

const STATES: readonly LearnedRuleStatus[] = ['candidate', 'promoted', 'stale', 'retired']

/** What of the review decides which rules are listed, and in which order. */
export type RuleListing = {
  readonly state: RuleState
  readonly order: RuleOrder
  readonly filter: string
}

const listed = memoiseLast(
  (
    rules: readonly LearnedRule[],
    review: RuleReview | null,
    weaknesses: Session['weaknesses'],
    state: RuleState,
    order: RuleOrder,
    filter: string,
  ): readonly LearnedRule[] => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
    return rules
      .filter(rule => state === 'all' || rule.status === state)
      .filter(rule => {
        const text = textOf(rule, weaknesses)
        return words.every(word => text.includes(word))
      })
      .sort(comparisonOf(order, review, weaknesses))
  },
)

/** Returns the learned rules as a review lists them: those of a state that hold all words of the filter, in an order. */
export function listRules(
  { rules, review, weaknesses }: Pick<Session, 'rules' | 'review' | 'weaknesses'>,
  { state, order, filter }: RuleListing,
): readonly LearnedRule[] {
  return listed(rules, review, weaknesses, state, order, filter)
}

/** Returns the rules that the screen shows, the filter being typed included. */
export function shownRules(session: Session, screen: RulesScreen): readonly LearnedRule[] {
  return listRules(session, { ...screen, filter: screen.field?.text ?? screen.filter })
}

/** Returns the rule under the cursor of the review, null on other screens and in an empty list. */
export function markedRule(session: Session): LearnedRule | null {
  const { screen } = session
  if (screen.name !== 'rules') return null
  const rules = shownRules(session, screen)
  return rules[Math.min(screen.cursor, rules.length - 1)] ?? null
}

/** Returns the day of the newest fix behind a rule (YYYY-MM-DD), empty when none is. */
export function newestFix(rule: LearnedRule, review: RuleReview | null): string {
  return review?.facts[rule.id]?.fixes[0]?.fixedOn ?? ''
}

/** Returns the name of a rule in a list: its weakness, and the language where it is about one. */
export function ruleName(rule: LearnedRule, weaknesses: Readonly<Record<string, Weakness>>): string {
  const title = weaknesses[rule.weakness]?.title ?? rule.weakness
  return rule.language === '' ? title : `${title} (${rule.language})`
}

/** Returns the name of a guardrail where its sentence has no room: its weakness, and that it is no learned one. */
export function guardrailName(
  { weakness, layer }: Pick<Guardrail, 'weakness' | 'layer'>,
  weaknesses: Readonly<Record<string, Weakness>>,
): string {
  const title = weaknesses[weakness]?.title ?? weakness
  return layer === 'base' ? `${title} (base)` : title
}

const partners = memoiseLast(mergePartners)
const NO_PARTNERS: readonly MergePartner[] = []

/** Returns the rules that one could be merged with, the likest first. */
export function partnersOf(session: Session, id: string): readonly MergePartner[] {
  const rule = session.rules.find(one => one.id === id)
  return rule ? partners(rule, session.rules) : NO_PARTNERS
}

/** Returns the two rules of the merge on screen, the one that stays first; null when one of them is gone. */
export function mergePair(
  session: Session,
  screen: MergeScreen,
): { readonly keep: LearnedRule; readonly drop: LearnedRule } | null {
  const rule = session.rules.find(one => one.id === screen.rule)
  const partner = partnersOf(session, screen.rule)[screen.cursor]?.rule
  if (!rule || !partner) return null
  return screen.isSwapped ? { keep: partner, drop: rule } : { keep: rule, drop: partner }
}

function textOf(rule: LearnedRule, weaknesses: Session['weaknesses']): string {
  const { id, text, weakness, severity, status, scope, anchors } = rule
  return [id, text, weakness, ruleName(rule, weaknesses), severity, status, ...scope, ...anchors]
    .join(' ')
    .toLowerCase()
}

type Compare = (one: LearnedRule, other: LearnedRule) => number

/** Each order goes over into the next where it leaves two rules equal; the id has the last word. */
function comparisonOf(
  order: RuleOrder,
  review: RuleReview | null,
  weaknesses: Session['weaknesses'],
): Compare {
  const score = (rule: LearnedRule) => review?.facts[rule.id]?.score ?? 0
  const byState: Compare = (a, b) => STATES.indexOf(a.status) - STATES.indexOf(b.status)
  const byScore: Compare = (a, b) => score(b) - score(a)
  const byAge: Compare = (a, b) => -compareText(newestFix(a, review), newestFix(b, review))
  const byName: Compare = (a, b) => compareText(ruleName(a, weaknesses), ruleName(b, weaknesses))
  const first: Readonly<Record<RuleOrder, Compare>> = {
    state: byState,
    score: byScore,
    newest: byAge,
    weakness: byName,
  }
  const byId: Compare = (a, b) => compareText(a.id, b.id)
  return (a, b) => first[order](a, b) || byState(a, b) || byScore(a, b) || byName(a, b) || byId(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
