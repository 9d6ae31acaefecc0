import type { CommandResult } from './command.js'
import { EXIT } from './exit-codes.js'

/** Returns the result of a command that was called wrongly: a message, what to do instead, exit code 2. */
export function usageProblem(message: string, ...nextSteps: readonly string[]): CommandResult {
  return {
    exitCode: EXIT.usage,
    problem: { kind: 'user-can-act', message, untouched: 'Nothing was written.', nextSteps },
  }
}
