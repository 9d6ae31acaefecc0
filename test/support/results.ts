import type { Result } from '../../source/core/problem.js'

/** Returns the value of a result; throws its problem's message when there is none. */
export function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

/** Returns the message of a failed result, "no problem" for a successful one. */
export function messageOf(result: Result<unknown>): string {
  return result.ok ? 'no problem' : result.problem.message
}
