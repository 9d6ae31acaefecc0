const ESC = '\x1b'

/** Sets again what another program may have undone: the hidden cursor, no wrapping, bracketed paste. */
export const SET_AGAIN = `${ESC}[?25l${ESC}[?7l${ESC}[?2004h`

/** Enters the alternate screen, clears it, hides the cursor, turns line wrapping off and bracketed paste on. */
export const ENTER = `${ESC}[?1049h${ESC}[2J${ESC}[H${SET_AGAIN}`

/** Undoes `ENTER` in the opposite order; harmless when sent twice. */
export const LEAVE = `${ESC}[?2004l${ESC}[?7h${ESC}[0m${ESC}[?25h${ESC}[?1049l`

/** Brackets one frame so that a terminal which knows mode 2026 shows it at once; others ignore it. */
export const BEGIN_FRAME = `${ESC}[?2026h`
export const END_FRAME = `${ESC}[?2026l`

/** Clears the visible screen. Never the scrollback: no code here may hold `3J`. */
export const CLEAR = `${ESC}[0m${ESC}[2J`

/** Returns the code that puts the cursor into a cell; rows and columns start at 1. */
export function toCell(row: number, column: number): string {
  return `${ESC}[${row};${column}H`
}

/** Resets colours and clears from the cursor to the end of its row. */
export const CLEAR_REST = `${ESC}[0m${ESC}[K`
