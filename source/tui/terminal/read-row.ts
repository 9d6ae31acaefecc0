import { applyCode, type Style } from './style.js'

/** A character and how it looks, or a longer piece that looks alike. */
export type Piece = { readonly text: string; readonly style: Style }

/** One row of a frame. Each of `cells` is one cell of the terminal; how many `rest` takes, terminals may disagree on. */
export type Row = { readonly cells: readonly Piece[]; readonly rest: readonly Piece[] }

const CODE = /\x1b\[([\d;]*)m/y

/**
 * Returns a row of text with style codes taken apart. Cells reach as far as the text is plain ASCII; the character
 * before anything else belongs to the rest, because what follows may be a mark on it.
 */
export function readRow(line: string): Row {
  const cells: Piece[] = []
  let [index, style] = [0, '']
  while (index < line.length) {
    CODE.lastIndex = index
    const code = CODE.exec(line)
    if (code) {
      style = applyCode(style, code[1] ?? '')
      index += code[0].length
    } else if (isPlain(line.charCodeAt(index))) {
      cells.push({ text: line.charAt(index), style })
      index += 1
    } else {
      const last = cells.pop()
      return { cells, rest: readPieces(line.slice(index), style, last) }
    }
  }
  return { cells, rest: [] }
}

function readPieces(text: string, start: Style, first: Piece | undefined): readonly Piece[] {
  const pieces: Piece[] = first ? [first] : []
  let style = start
  for (const part of text.split(/(\x1b\[[\d;]*m)/)) {
    const code = /^\x1b\[([\d;]*)m$/.exec(part)
    if (code) style = applyCode(style, code[1] ?? '')
    else if (part !== '') pieces.push({ text: part, style })
  }
  return pieces
}

function isPlain(code: number): boolean {
  return code >= 0x20 && code <= 0x7e
}
