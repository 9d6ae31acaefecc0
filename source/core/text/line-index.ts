/** A place in a text: line and column start at 1, columns count UTF-16 units. */
export type Place = { readonly line: number; readonly column: number }

/** Where the lines of a text start, for turning places into offsets and back. */
export type LineIndex = {
  readonly lineCount: number
  /** Returns the UTF-16 offset of a place, clamped to the line's end and to the text. */
  readonly offsetAt: (line: number, column: number) => number
  readonly placeAt: (offset: number) => Place
  /** Returns a line without its line end; empty when there is no such line. */
  readonly lineText: (line: number) => string
}

/** Returns the line index of a text; LF, CRLF and lone CR end a line. */
export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const startOf = (line: number): number => starts[line - 1] ?? text.length
  const lineText = (line: number): string =>
    line < 1 || line > starts.length
      ? ''
      : text.slice(startOf(line), startOf(line + 1)).replace(/[\r\n]+$/, '')
  return {
    lineCount: starts.length,
    lineText,
    offsetAt: (line, column) =>
      line < 1 ? 0 : startOf(line) + Math.max(0, Math.min(column - 1, lineText(line).length)),
    placeAt: offset => {
      const line = lineHolding(starts, Math.max(0, Math.min(offset, text.length)))
      return { line, column: Math.max(0, Math.min(offset, text.length)) - startOf(line) + 1 }
    },
  }
}

function lineHolding(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}
