import type { Problem } from '../../core/problem.js'

/** Returns whether a caught value is a file-system error with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Returns what to tell about a file-system error on personal data; anything else is a bug and thrown again. */
export function fileProblem(error: unknown, doing: string): Problem {
  if (!(error instanceof Error) || !('code' in error)) throw error
  return {
    kind: 'tool-failed',
    message: `${doing} failed (${String(error.code)}).`,
    untouched: 'What was saved before is as it was.',
    nextSteps: ['Check that the folder of your personal data can be written and the disk has room.'],
  }
}
