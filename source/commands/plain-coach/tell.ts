import type { Result } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { Talk } from './menu.js'

/** Tells a problem and what can be done; returns false, as nothing was mended. */
export function tell(talk: Talk, failed: Result<unknown>): false {
  if (failed.ok) return false
  talk.say(printable(failed.problem.message))
  if (failed.problem.untouched) talk.say(printable(failed.problem.untouched))
  for (const next of failed.problem.nextSteps) talk.say(`  ${printable(next)}`)
  return false
}
