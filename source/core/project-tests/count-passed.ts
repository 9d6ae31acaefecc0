/**
 * Last words of test programs that tell how many tests passed; group 1 is the number. In order: Vitest, Jest, Mocha,
 * node:test and TAP, pytest, unittest ("Ran 12 tests" only tells of a success when it is followed by OK), PHPUnit,
 * RSpec, Maven and Gradle, dotnet.
 */
const SUMMARIES: readonly RegExp[] = [
  /^\s*Tests\s+(?:.*\|\s*)?(\d+) passed\b/,
  /^Tests:\s+(?:.*,\s*)?(\d+) passed\b/,
  /^\s*(\d+) passing\b/,
  /^(?:#|ℹ) pass (\d+)$/,
  /\b(\d+) passed\b.* in [\d.]+s/,
  /^Ran (\d+) tests? in /,
  /^OK \((\d+) tests?\b/,
  /^(\d+) examples?, 0 failures/,
  /\bTests run: (\d+), Failures: 0, Errors: 0/,
  /\bPassed:\s+(\d+)\b/,
]

/** Returns how many tests passed, as the last lines of a run that ended well tell it; null when they do not. */
export function countPassed(lines: readonly string[]): number | null {
  for (const line of lines.toReversed()) {
    for (const summary of SUMMARIES) {
      const number = summary.exec(line)?.[1]
      if (number !== undefined && number.length < 8) return Number(number)
    }
  }
  return null
}
