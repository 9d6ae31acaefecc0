import { count } from '../text/words.js'

/** How a run of the project's tests ended: by itself with an exit code, or before that. */
export type TestOutcome = 'passed' | 'failed' | 'stopped' | 'timed-out'

/** What a run of the project's tests says of a fix; goes into its record. */
export type TestMark = {
  readonly outcome: TestOutcome
  /** How many tests passed, when their output tells; null when it does not. */
  readonly passed: number | null
}

/** A run of the project's tests. */
export type TestRun = TestMark & {
  readonly exitCode: number | null
  readonly durationMs: number
}

/** Returns a run's mark as it stands behind a fix: "41 tests pass". */
export function testWords({ outcome, passed }: TestMark): string {
  if (outcome === 'failed') return 'tests fail'
  if (outcome === 'stopped') return 'tests stopped'
  if (outcome === 'timed-out') return 'tests took too long'
  if (passed === null) return 'tests pass'
  return `${count(passed, 'test')} ${passed === 1 ? 'passes' : 'pass'}`
}
