/** Returns a count with its noun: "1 place", "3 places". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${digits(number)} ${number === 1 ? one : many}`
}

/** Returns a duration given in milliseconds as a person says it: "0.8 s", "12 s", "3 min". */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  if (ms < 99_500) return `${Math.round(ms / 1000)} s`
  return `${Math.round(ms / 60_000)} min`
}

const DAY = 86_400_000
const UNITS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['week', 7 * DAY],
  ['day', DAY],
] as const

/** Returns how long before `now` an instant was: "today", "3 weeks ago". Both are milliseconds since the epoch. */
export function ago(then: number, now: number): string {
  const passed = now - then
  for (const [unit, length] of UNITS) {
    const number = Math.floor(passed / length)
    if (number >= 1) return `${count(number, unit)} ago`
  }
  return 'today'
}

/** Returns a whole number with commas between thousands: "12,345". Formatting by locale loads its tables, 50 ms at first. */
export function digits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
