import type { Problem } from '../core/problem.js'
import { printable } from '../core/text/printable.js'

/** Returns a problem as it is told on standard error: what happened, where, what was left untouched, what to do next. */
export function problemText(problem: Problem): string {
  const where = problem.path ? `${problem.path}: ` : ''
  return [
    `${where}${problem.message}`,
    ...(problem.untouched ? [problem.untouched] : []),
    ...problem.nextSteps.map(step => `  ${step}`),
  ]
    .map(line => printable(line))
    .join('\n')
}

/** Returns what is told of an error that should not have happened; the stack only when `GUARDRAIL_COACH_DEBUG` is set. */
export function bugText(error: unknown, env: NodeJS.ProcessEnv): string {
  const isError = error instanceof Error
  const lines = [
    `guardrail-coach stopped because of a mistake of its own: ${isError ? error.message : String(error)}`,
    'Files are written whole or not at all, so none is half written.',
    '  Please report it; GUARDRAIL_COACH_DEBUG=1 shows where it happened.',
  ]
  if (env.GUARDRAIL_COACH_DEBUG && isError) lines.push(error.stack ?? '')
  return lines.map(line => printable(line, { lines: true })).join('\n')
}
