import type { Pattern, PatternRule } from '../generalise/pattern.js'
import type { LearnedRule } from './learned-rule.js'

/** Returns the pattern of a stored detector; what it holds is checked where it is compiled. */
export function patternOf(detector: Extract<LearnedRule['detector'], { kind: 'pattern' }>): Pattern {
  const { rule, constraints, fix } = detector
  return {
    rule: rule as PatternRule,
    constraints: (constraints ?? {}) as Pattern['constraints'],
    ...(fix === undefined ? {} : { fix }),
  }
}
