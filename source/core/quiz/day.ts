const DAY_MS = 86_400_000

/** Returns the calendar day (UTC, YYYY-MM-DD) of an ISO date-time. FSRS counts in UTC days too, so both agree on what "today" is. */
export function dayOf(at: string): string {
  return at.slice(0, 10)
}

/** Returns the days from `from` to `to` (ISO date-times), with fractions, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

/** Returns the ISO date-time `days` after `at`. */
export function addDays(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString()
}
