import stringWidth from 'string-width'
import { expandTabs } from '../../core/text/expand-tabs.js'
import { printable } from '../../core/text/printable.js'
import { padTo, truncate, truncatePath } from '../../core/text/truncate.js'
import { wrapText } from '../../core/text/wrap.js'

/** Returns how many columns a text takes; the same library that Ink lays out with. */
export function columnsOf(text: string): number {
  return stringWidth(text)
}

/** Returns repo text as one printable line of exactly `columns` columns. */
export function cell(text: string, columns: number): string {
  return padTo(printable(text), columns, stringWidth)
}

/** Returns repo text as one printable line of at most `columns` columns. */
export function clip(text: string, columns: number): string {
  return truncate(printable(text), columns, stringWidth)
}

/** Returns a path as one printable line of at most `columns` columns; the file name survives longest. */
export function clipPath(path: string, columns: number): string {
  return truncatePath(printable(path), columns, stringWidth)
}

/** Returns repo text as printable lines of at most `columns` columns. */
export function wrap(text: string, columns: number): readonly string[] {
  return wrapText(printable(text, { lines: true }), columns, stringWidth)
}

/** Returns a line of code as it is shown: printable, its tabs as spaces from `start` on. */
export function codeText(text: string, start = 0): string {
  return expandTabs(printable(text, { lines: true }), stringWidth, start)
}
