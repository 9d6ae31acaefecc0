import { CLEAR_REST, toCell } from './codes.js'
import { type Piece, type Row, readRow } from './read-row.js'
import { type Style, styleChange } from './style.js'

/** Cells that stay the same between two changes are written again up to this many: moving the cursor costs as much. */
const GAP = 6

/** Bytes for the terminal, and the style it is left in. */
export type Written = { readonly bytes: string; readonly style: Style }

/**
 * Returns the bytes that turn one row on screen (`old`) into `next`, both text with style codes: only the cells that
 * differ are written. `row` starts at 1; `style` is what the terminal is in before.
 */
export function rowChange(row: number, old: string, next: string, style: Style): Written {
  const [before, after] = [readRow(old), readRow(next)]
  if (!isSameRest(before, after)) {
    const from = firstChange(before, after)
    return finish(write([...after.cells.slice(from), ...after.rest], { bytes: toCell(row, from + 1), style }))
  }
  let written: Written = { bytes: '', style }
  for (const [from, to] of changedRuns(before, after)) {
    const moved = { bytes: written.bytes + toCell(row, from + 1), style: written.style }
    written = write(after.cells.slice(from, to), moved)
  }
  if (before.cells.length <= after.cells.length) return written
  return finish({ bytes: written.bytes + toCell(row, after.cells.length + 1), style: written.style })
}

/** Whether what stands behind the cells is the same in the same place, so that it can stay. */
function isSameRest(before: Row, after: Row): boolean {
  if (before.rest.length === 0 && after.rest.length === 0) return true
  return (
    before.cells.length === after.cells.length &&
    before.rest.length === after.rest.length &&
    before.rest.every((piece, index) => isSame(piece, after.rest[index]))
  )
}

function isSame(one: Piece | undefined, other: Piece | undefined): boolean {
  return one !== undefined && one.text === other?.text && one.style === other.style
}

function firstChange(before: Row, after: Row): number {
  const index = after.cells.findIndex((cell, at) => !isSame(cell, before.cells[at]))
  return index < 0 ? after.cells.length : index
}

/** First cell and the one behind the last of each stretch to write. */
function changedRuns(before: Row, after: Row): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  after.cells.forEach((cell, at) => {
    if (isSame(cell, before.cells[at])) return
    const last = runs.at(-1)
    if (last && at - last[1] <= GAP) last[1] = at + 1
    else runs.push([at, at + 1])
  })
  return runs
}

function write(pieces: readonly Piece[], start: Written): Written {
  let { bytes, style } = start
  for (const piece of pieces) {
    bytes += styleChange(style, piece.style) + piece.text
    style = piece.style
  }
  return { bytes, style }
}

/** Clears what is behind the cursor, in the terminal's own style. */
function finish({ bytes }: Written): Written {
  return { bytes: bytes + CLEAR_REST, style: '' }
}
