import type { Measure } from './truncate.js'

/**
 * Returns one line with each tab replaced by spaces up to the next multiple of `size`.
 * `start` is the column the text begins at, in terminal columns, so that pieces of one line expand alike.
 */
export function expandTabs(line: string, measure: Measure, start = 0, size = 4): string {
  if (!line.includes('\t')) return line
  let expanded = ''
  let column = start
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) {
      const gap = size - (column % size)
      expanded += ' '.repeat(gap)
      column += gap
    }
    expanded += part
    column += measure(part)
  }
  return expanded
}
