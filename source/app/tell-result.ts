import type { Result } from '../core/problem.js'
import type { OutcomeBody } from '../core/session/event.js'

/** Emits what a verb returned: its value as an outcome, its problem as a failed effect. */
export function tellResult<T>(
  run: { readonly emit: (outcome: OutcomeBody) => void },
  result: Result<T>,
  toOutcome: (value: T) => OutcomeBody,
): void {
  run.emit(result.ok ? toOutcome(result.value) : { type: 'effect-failed', problem: result.problem })
}
