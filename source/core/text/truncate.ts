import { graphemes } from './graphemes.js'

/** Returns how many terminal columns a text takes; the layers that know a terminal pass in their library's. */
export type Measure = (text: string) => number

/**
 * Returns `text` cut to at most `columns` terminal columns, with `ellipsis` at the end when something was cut.
 * Whole graphemes only, so a wide character is never halved; the result is empty when not even the ellipsis fits.
 */
export function truncate(text: string, columns: number, measure: Measure, ellipsis = '…'): string {
  if (measure(text) <= columns) return text
  const room = columns - measure(ellipsis)
  if (room < 0) return ''
  return takeColumns(text, room, measure) + ellipsis
}

/** Returns a path cut in its middle so that the file name survives, at most `columns` wide. */
export function truncatePath(path: string, columns: number, measure: Measure, ellipsis = '…'): string {
  if (measure(path) <= columns) return path
  const name = path.slice(path.lastIndexOf('/'))
  const room = columns - measure(ellipsis) - measure(name)
  if (room <= 0) {
    const bare = name.replace('/', '')
    return measure(bare) <= columns ? bare : truncate(bare, columns, measure, ellipsis)
  }
  return takeColumns(path, room, measure) + ellipsis + name
}

/** Returns the longest start of `text`, in whole graphemes, that is at most `columns` wide. */
export function takeColumns(text: string, columns: number, measure: Measure): string {
  let taken = ''
  let used = 0
  for (const part of graphemes(text)) {
    const width = measure(part)
    if (used + width > columns) break
    taken += part
    used += width
  }
  return taken
}

/** Returns `text` with spaces appended up to `columns`, or cut to them. */
export function padTo(text: string, columns: number, measure: Measure, ellipsis = '…'): string {
  const cut = truncate(text, columns, measure, ellipsis)
  return cut + ' '.repeat(Math.max(0, columns - measure(cut)))
}
