import type { PatternRule } from '../generalise/pattern.js'
import type { LearnedRule } from './learned-rule.js'
import { patternOf } from './pattern-of.js'

/** Past so many kinds a list of them is not read. */
const MOST_KINDS = 3
const MOST_CONSTRAINTS = 8
/** Rules within rules that are still told. */
const DEEPEST = 4

/** Returns a detector as a person reads it: what it looks for, what its variables must be, and what it writes instead. */
export function patternLines(detector: LearnedRule['detector']): {
  readonly finds: readonly string[]
  readonly writes: readonly string[]
} {
  if (detector.kind === 'none') return { finds: [], writes: [] }
  if (detector.kind === 'shipped-rule') return { finds: [`rule ${detector.ruleId} of the coach`], writes: [] }
  const { rule, constraints, fix } = patternOf(detector)
  const held = typeof constraints === 'object' && constraints !== null ? Object.entries(constraints) : []
  const where = held.slice(0, MOST_CONSTRAINTS).map(([name, one]) => `where $${name} is ${shapeOf(one)}`)
  return { finds: [...shapeOf(rule).split('\n'), ...where], writes: fix === undefined ? [] : fix.split('\n') }
}

const UNKNOWN = 'a form this version does not know'

/** Stored patterns are repository text: an unknown form, or one nested past reading, is told as such. */
function shapeOf(rule: PatternRule | null | undefined, depth = 0): string {
  if (typeof rule !== 'object' || rule === null || depth > DEEPEST) return UNKNOWN
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
  const either = Array.isArray(any) ? eitherOf(any.map(one => shapeOf(one, depth + 1))) : ''
  const unless = not ? `, not ${shapeOf(not, depth + 1)}` : ''
  const shape = `${own}${inside}${own !== '' && either !== '' ? ', ' : ''}${either}${unless}`
  return shape === '' ? UNKNOWN : shape
}

function eitherOf(shapes: readonly string[]): string {
  const shown = shapes.slice(0, MOST_KINDS).join(' or ')
  const more = shapes.length - MOST_KINDS
  return more > 0 ? `${shown} or one of ${more} more kinds` : shown
}
