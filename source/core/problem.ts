/** What sort of failure this is: something the user can act on, a missing tool, a tool that failed, or our own bug. */
export type ProblemKind = 'user-can-act' | 'tool-missing' | 'tool-failed' | 'bug'

/** An expected failure, as a value. `cli/report-problem.ts` is the only place that prints it. */
export type Problem = {
  readonly kind: ProblemKind
  /** What happened, one plain sentence. */
  readonly message: string
  /** The file concerned, relative to the project root. */
  readonly path?: string
  /** What was left untouched, one plain sentence. */
  readonly untouched?: string
  /** What the user can do next. */
  readonly nextSteps: readonly string[]
}

/** A value or a problem. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

/** Returns a successful result. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Returns a failed result that carries `problem`. */
export function fail(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem }
}
