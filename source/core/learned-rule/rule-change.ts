import type { LearnedRule } from './learned-rule.js'

/** One decision of a review, with all that is needed to take it back. */
export type RuleChange = {
  /** What was done, for example "promoted". */
  readonly did: string
  /** The rules as they stood, also one that the decision removed. */
  readonly before: readonly LearnedRule[]
  /** The rules as the decision left them. */
  readonly after: readonly LearnedRule[]
}

/**
 * Returns whether a stored rule is still what a decision left behind. What is worked out on reading (its evidence) and
 * what a new fix may widen on its own (APIs, scope of a rule nobody scoped) does not count.
 */
export function isAsLeft(stored: LearnedRule, left: LearnedRule): boolean {
  return (
    stored.status === left.status &&
    stored.text === left.text &&
    stored.reason === left.reason &&
    stored.edited === left.edited &&
    stored.detector.kind === left.detector.kind &&
    stored.scope.join() === left.scope.join()
  )
}
