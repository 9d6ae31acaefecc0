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

/**
 * Returns what is told of an error that nobody expected: the system's own (a full disk) as such, any other as our
 * mistake. The stack comes only when `GUARDRAIL_COACH_DEBUG` is set.
 */
export function bugText(error: unknown, env: NodeJS.ProcessEnv): string {
  const message = error instanceof Error ? error.message : String(error)
  const isOfSystem = error instanceof Error && 'syscall' in error
  const lines = isOfSystem
    ? [`guardrail-coach could not go on: ${message}`]
    : [
        `guardrail-coach stopped because of a mistake of its own: ${message}`,
        '  Please report it; GUARDRAIL_COACH_DEBUG=1 shows where it happened.',
      ]
  lines.splice(1, 0, 'Files are written whole or not at all, so none is half written.')
  if (env.GUARDRAIL_COACH_DEBUG && error instanceof Error) lines.push(error.stack ?? '')
  return lines.map(line => printable(line, { lines: true })).join('\n')
}
