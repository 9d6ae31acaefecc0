/** How the project's tests ended. */
export type TestEnd = {
  readonly how: 'ended' | 'stopped' | 'timed-out' | 'not-started'
  readonly exitCode: number | null
  readonly durationMs: number
}

/** Runs the project's tests in the project, without a shell. */
export type TestRunner = {
  /** Minutes after which a run is stopped. */
  readonly limitMinutes: number
  /**
   * Runs the words of a command. `onLines` gets what it writes, a few lines at a time, without escape sequences but else
   * as it came; `onSecond` the seconds since the start. Aborting ends it with every process that it started.
   */
  readonly run: (
    words: readonly string[],
    follow: {
      readonly signal: AbortSignal
      readonly onLines: (lines: readonly string[]) => void
      readonly onSecond: (seconds: number) => void
    },
  ) => Promise<TestEnd>
}
