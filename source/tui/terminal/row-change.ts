import { CLEAR_REST, toCell } from './codes.js'

const STYLE = /\x1b\[[\d;]*m/y
const RESET = /^\x1b\[0?m$/

/**
 * Returns the bytes that turn one row on screen (`old`) into `next`, both text with style codes: what they begin with
 * in common stays, the rest is written with the styles in force there. `row` starts at 1.
 */
export function rowChange(row: number, old: string, next: string): string {
  const { length, column, styles } = commonStart(old, next)
  return toCell(row, column) + styles + next.slice(length) + CLEAR_REST
}

/** How far two rows are the same: UTF-16 units, the column behind them (from 1), the styles switched on by then. */
type Start = { readonly length: number; readonly column: number; readonly styles: string }

/**
 * Goes only as far as the text is plain ASCII, where each character is one cell for every terminal, and one character
 * less when what follows is not: it may be a mark that belongs to the character before it.
 */
function commonStart(old: string, next: string): Start {
  const nowhere: Start = { length: 0, column: 1, styles: '' }
  let [length, column, styles] = [0, 1, '']
  let beforeLast = nowhere
  while (length < next.length) {
    const style = styleAt(next, length)
    if (style !== '') {
      if (styleAt(old, length) !== style) break
      styles = RESET.test(style) ? '' : styles + style
      length += style.length
    } else {
      if (old[length] !== next[length] || !isPlain(next, length)) break
      beforeLast = { length, column, styles }
      length += 1
      column += 1
    }
  }
  const isSplit = (text: string): boolean =>
    length < text.length && !isPlain(text, length) && text[length] !== '\x1b'
  return isSplit(old) || isSplit(next) ? beforeLast : { length, column, styles }
}

function styleAt(text: string, index: number): string {
  STYLE.lastIndex = index
  return STYLE.exec(text)?.[0] ?? ''
}

function isPlain(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0x20 && code <= 0x7e
}
