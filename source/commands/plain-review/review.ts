import { decideRule } from '../../app/decide-rule.js'
import { lookForPlaces } from '../../app/look-for-places.js'
import { reviewFacts } from '../../app/review-facts.js'
import { takeBackChange } from '../../app/take-back-change.js'
import type { LearnedRule } from '../../core/learned-rule/learned-rule.js'
import type { RuleChange } from '../../core/learned-rule/rule-change.js'
import type { RulePlaces, RuleReview } from '../../core/learned-rule/rule-review.js'
import type { RuleDecision } from '../../core/session/effect.js'
import type { RuleListing } from '../../core/session/rule-selectors.js'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { Toolbox } from '../../ports/toolbox.js'
import { chooseFrom, type MenuItem, type Talk } from '../plain-coach/menu.js'
import { tell } from '../plain-coach/tell.js'

/** A review under way on plain lines: what is known, how the list is shown, and what can be taken back. */
export type Review = {
  readonly tools: Toolbox
  readonly talk: Talk
  readonly weaknesses: Readonly<Record<string, Weakness>>
  rules: readonly LearnedRule[]
  review: RuleReview
  places: Readonly<Record<string, RulePlaces>>
  listing: RuleListing
  decisions: readonly RuleChange[]
}

/** Returns a review with everything that a decision needs looked up. */
export async function openReview(tools: Toolbox, talk: Talk, signal: AbortSignal): Promise<Review> {
  const [weaknesses, { rules, ...review }] = await Promise.all([
    tools.content.weaknesses(),
    reviewFacts(tools),
  ])
  return {
    tools,
    talk,
    weaknesses: Object.fromEntries(weaknesses.map(one => [one.id, one])),
    rules,
    review,
    places: await lookForPlaces(tools, rules, signal),
    listing: { state: 'all', order: 'state', filter: '' },
    decisions: [],
  }
}

/** Asks for a number within the review; null goes back one step without a decision. */
export async function pick<T>(
  { talk }: Review,
  question: string,
  items: readonly MenuItem<T>[],
): Promise<T | null> {
  return chooseFrom(talk, question, items, 'go back')
}

/** Asks yes or no as two numbers; anything but a yes is a no. */
export async function agrees(review: Review, question: string, yes: string): Promise<boolean> {
  const answer = await pick(review, question, [
    { value: true, label: yes },
    { value: false, label: 'no' },
  ])
  return answer === true
}

/** Writes a decision, says what it did, and brings what is known up to date. Returns whether it was written. */
export async function carryOut(review: Review, decision: RuleDecision): Promise<boolean> {
  const { tools, talk } = review
  const done = await tools.workspace.withLock(() => decideRule(tools, decision))
  if (!done.ok) return tell(talk, done)
  if (done.value.after.length === 0) return false
  review.decisions = [...review.decisions, done.value]
  talk.say(`Done: ${done.value.did}. The guardrail files follow once you write them.`)
  await refresh(review)
  return true
}

/** Takes the last decision back and says so. */
export async function takeLastBack(review: Review): Promise<void> {
  const { tools, talk } = review
  const change = review.decisions.at(-1)
  if (!change) return
  const done = await tools.workspace.withLock(() => takeBackChange(tools, change))
  if (!done.ok) {
    tell(talk, done)
    return
  }
  review.decisions = review.decisions.slice(0, -1)
  talk.say(`Taken back: ${change.did}.`)
  await refresh(review)
}

async function refresh(review: Review): Promise<void> {
  const { rules, ...facts } = await reviewFacts(review.tools)
  review.rules = rules
  review.review = facts
}
