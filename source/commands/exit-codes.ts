/** What a command tells the shell; scripts rely on it (docs/command-line.md). */
export const EXIT = {
  done: 0,
  /** Findings at or above `--fail-on`, or drift. */
  found: 1,
  usage: 2,
  failed: 3,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
