import { BEGIN_FRAME, CLEAR, END_FRAME } from './codes.js'
import { rowChange } from './row-change.js'

/**
 * Returns the bytes that turn the rows on screen into `next`: of each row only what differs is written.
 * `shown` is null when the screen holds something else, after a resize or another program. Empty when nothing changed.
 */
export function paintFrame(shown: readonly string[] | null, next: readonly string[]): string {
  let bytes = shown ? '' : CLEAR
  const rows = Math.max(next.length, shown?.length ?? 0)
  for (let row = 0; row < rows; row++) {
    const line = next[row] ?? ''
    const old = shown?.[row] ?? ''
    if (line !== old) bytes += rowChange(row + 1, old, line)
  }
  return bytes === '' ? '' : BEGIN_FRAME + bytes + END_FRAME
}
