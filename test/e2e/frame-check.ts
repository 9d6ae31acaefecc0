import stringWidth from 'string-width'
import type { VirtualScreen } from '../tui/support/virtual-screen.js'

/** Everything the coach itself sends: cells to go to, clearing, styles, modes. */
const OWN = /\x1b\[(?:\d+;\d+H|[02]?[JK]|[\d;]*m|\?(?:2026|2004|1049|25|7)[hl]|H)/g
const BEGIN = '\x1b[?2026h'
const END = '\x1b[?2026l'
/** What a frame begins with that draws the whole screen. */
export const WHOLE_FRAME = `${BEGIN}\x1b[0m\x1b[2J`

/** What comes before the whole frame that Ctrl+L asks for. */
export const REDRAWN = `\x1b[?25l\x1b[?7l\x1b[?2004h${WHOLE_FRAME}`
export const FRAME_END = END

/** Returns what is wrong with bytes sent to the terminal, or null: control characters, cleared scrollback, rows too wide. */
export function faultInBytes(bytes: string, columns: number): string | null {
  if (bytes.includes('\x1b[3J')) return 'it clears the scrollback'
  const control = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(bytes.replace(OWN, ''))
  // Neither a tab nor a line feed is ours: the coach goes to each row and column by its number.
  if (control) return `it sends the control character U+${control[0].charCodeAt(0).toString(16)}`
  for (const frame of bytes.split(BEGIN).slice(1)) {
    const body = frame.split(END)[0] ?? ''
    for (const part of body.split(/(?=\x1b\[\d+;\d+H)/)) {
      const column = Number(/^\x1b\[\d+;(\d+)H/.exec(part)?.[1] ?? 1)
      const width = stringWidth(part.replace(OWN, ''))
      if (column - 1 + width > columns)
        return `a row is ${column - 1 + width} columns wide: ${part.slice(0, 200)}`
    }
  }
  return null
}

/** Returns the bytes that were sent while the coach had the terminal; what an editor sends is not ours. */
export function drawnOnly(bytes: string): string {
  return bytes.replace(/\x1b\[\?1049l[\s\S]*?(?:\x1b\[\?1049h|$)/g, '')
}

/** Returns whether a cell, as `cellsOf` gives it, has something on it. */
export function isDrawn(cell: string): boolean {
  return !cell.startsWith(' ')
}

/** Returns every cell of the visible screen: its characters and how they look. */
export function cellsOf(screen: VirtualScreen): readonly string[] {
  const { active } = screen.terminal.buffer
  const cells: string[] = []
  for (let row = 0; row < screen.terminal.rows; row++) {
    const line = active.getLine(active.viewportY + row)
    for (let column = 0; column < screen.terminal.cols; column++) {
      const cell = line?.getCell(column)
      const look = cell && [cell.getFgColor(), cell.isBold(), cell.isDim(), cell.isInverse()].join()
      // An empty cell and a blank one look the same.
      cells.push(`${cell?.getChars() || ' '}${look}`)
    }
  }
  return cells
}
