/** Lines and columns start at 1, columns count UTF-16 units. */
export type Position = { readonly line: number; readonly column: number }

/** Returns a function from UTF-16 offset to position; offsets past the end give the end. */
export function createLineIndex(text: string): (offset: number) => Position {
  let starts: number[] | null = null
  return offset => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.min(offset, text.length) - (starts[low] ?? 0) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
