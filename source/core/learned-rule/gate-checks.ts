import { count } from '../text/words.js'
import type { LearnedRule } from './learned-rule.js'
import type { RulePlaces } from './rule-review.js'

/** One gate of a rule (design.md §8, learning.md §2.2): `asks` waits for a person, `waits` for the look through the project. */
export type GateCheck = {
  readonly verdict: 'passed' | 'failed' | 'asks' | 'waits'
  /** What was tried and what came of it, one plain sentence without a full stop. */
  readonly why: string
}

/** Returns the gates a rule stands before, in the order they are tried; empty for a sentence without a detector. */
export function gateChecks(rule: LearnedRule, found: RulePlaces | null): readonly GateCheck[] {
  const { detector, gate, evidence } = rule
  if (detector.kind === 'none') return []
  const fixes = evidence.length === 1 ? 'the fix' : `all ${evidence.length} fixes`
  const old = evidence.length === 0 ? 'the code it came with' : `the old code of ${fixes}`
  const fresh = evidence.length === 0 ? 'the mended code it came with' : `the new code of ${fixes}`
  return [
    gate.firesOnBefore
      ? { verdict: 'passed', why: `fires on ${old}` }
      : { verdict: 'failed', why: `does not fire on ${old}: it would miss the same mistake` },
    gate.silentOnAfter
      ? { verdict: 'passed', why: `is silent on ${fresh}` }
      : { verdict: 'failed', why: `still fires on ${fresh}: it would call the fix a mistake` },
    safeCheck(detector.kind, found),
    placesCheck(detector.kind, found),
  ]
}

function safeCheck(kind: 'pattern' | 'shipped-rule', found: RulePlaces | null): GateCheck {
  if (kind === 'shipped-rule')
    return { verdict: 'passed', why: 'comes with the coach, tried there on code that is fine' }
  if (!found?.safe) return { verdict: 'waits', why: 'is being tried on code that is fine' }
  const { samples, hits } = found.safe
  return hits === 0
    ? { verdict: 'passed', why: `is silent on ${count(samples, 'piece')} of code that is fine` }
    : { verdict: 'failed', why: `fires on ${hits} of ${samples} pieces of code that is fine` }
}

function placesCheck(kind: 'pattern' | 'shipped-rule', found: RulePlaces | null): GateCheck {
  if (!found) return { verdict: 'waits', why: 'is being looked for in the rest of the project' }
  const number = found.places.length
  if (number === 0) return { verdict: 'passed', why: 'matches nowhere else in the project' }
  const places = count(number, 'more place', 'more places')
  return kind === 'pattern'
    ? { verdict: 'asks', why: `matches ${places}: say whether they are mistakes too` }
    : { verdict: 'passed', why: `matches ${places}, each an open finding` }
}
