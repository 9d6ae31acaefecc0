/** Returns the UTF-16 offset for an offset counted in UTF-8 bytes; past the end it is the text's length. */
export function utf16FromUtf8(text: string, bytes: number): number {
  let seen = 0
  for (let at = 0; at < text.length; ) {
    if (seen >= bytes) return at
    const point = text.codePointAt(at) ?? 0
    seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    at += point > 0xffff ? 2 : 1
  }
  return text.length
}

/** Returns the UTF-16 column (from 1) for a column counted in code points. */
export function utf16ColumnFromPoints(line: string, column: number): number {
  let points = 1
  let at = 0
  while (at < line.length && points < column) {
    at += (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    points += 1
  }
  return at + 1
}
