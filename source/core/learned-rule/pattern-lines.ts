import type { PatternRule } from '../generalise/pattern.js'
import type { LearnedRule } from './learned-rule.js'
import { patternOf } from './pattern-of.js'

/** Past so many kinds a list of them is not read. */
const MOST_KINDS = 3

/** Returns a detector as a person reads it: what it looks for, what its variables must be, and what it writes instead. */
export function patternLines(detector: LearnedRule['detector']): {
  readonly finds: readonly string[]
  readonly writes: readonly string[]
} {
  if (detector.kind === 'none') return { finds: [], writes: [] }
  if (detector.kind === 'shipped-rule') return { finds: [`rule ${detector.ruleId} of the coach`], writes: [] }
  const { rule, constraints, fix } = patternOf(detector)
  const where = Object.entries(constraints).map(([name, one]) => `where $${name} is ${shapeOf(one)}`)
  return { finds: [...shapeOf(rule).split('\n'), ...where], writes: fix === undefined ? [] : fix.split('\n') }
}

/** Stored patterns are repository text: an unknown form is told as such, never assumed. */
function shapeOf(rule: PatternRule): string {
  const { pattern, kind, has, any, not } = rule
  const own =
    typeof pattern === 'string'
      ? pattern
      : typeof pattern?.context === 'string'
        ? pattern.context
        : typeof kind === 'string'
          ? kind.replaceAll('_', ' ')
          : ''
  const inside = typeof has?.kind === 'string' ? ` with ${has.kind.replaceAll('_', ' ')} in it` : ''
  const either = Array.isArray(any) ? eitherOf(any.map(shapeOf)) : ''
  const unless = not ? `, not ${shapeOf(not)}` : ''
  const shape = `${own}${inside}${own !== '' && either !== '' ? ', ' : ''}${either}${unless}`
  return shape === '' ? 'a form this version does not know' : shape
}

function eitherOf(shapes: readonly string[]): string {
  const shown = shapes.slice(0, MOST_KINDS).join(' or ')
  const more = shapes.length - MOST_KINDS
  return more > 0 ? `${shown} or one of ${more} more kinds` : shown
}
