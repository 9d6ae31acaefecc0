import { BEGIN_FRAME, CLEAR, CLEAR_REST, END_FRAME, toRow } from './codes.js'

/**
 * Returns the bytes that turn the rows on screen into `next`: only rows that differ are written, each at its own place.
 * `shown` is null when the screen holds something else, after a resize or another program. Empty when nothing changed.
 */
export function paintFrame(shown: readonly string[] | null, next: readonly string[]): string {
  let bytes = shown ? '' : CLEAR
  const rows = Math.max(next.length, shown?.length ?? 0)
  for (let row = 0; row < rows; row++) {
    const line = next[row] ?? ''
    if (shown ? line === (shown[row] ?? '') : line === '') continue
    bytes += toRow(row + 1) + line + CLEAR_REST
  }
  return bytes === '' ? '' : BEGIN_FRAME + bytes + END_FRAME
}
