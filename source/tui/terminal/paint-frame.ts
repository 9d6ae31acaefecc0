import { BEGIN_FRAME, CLEAR, END_FRAME } from './codes.js'
import { rowChange } from './row-change.js'
import { styleChange } from './style.js'

/**
 * Returns the bytes that turn the rows on screen into `next`: of each row only what differs is written.
 * `shown` is null when the screen holds something else, after a resize or another program. Empty when nothing changed.
 * Every frame begins and ends in the terminal's own style.
 */
export function paintFrame(shown: readonly string[] | null, next: readonly string[]): string {
  let written = { bytes: shown ? '' : CLEAR, style: '' }
  const rows = Math.max(next.length, shown?.length ?? 0)
  for (let row = 0; row < rows; row++) {
    const line = next[row] ?? ''
    const old = shown?.[row] ?? ''
    if (line === old) continue
    const change = rowChange(row + 1, old, line, written.style)
    written = { bytes: written.bytes + change.bytes, style: change.style }
  }
  if (written.bytes === '') return ''
  return BEGIN_FRAME + written.bytes + styleChange(written.style, '') + END_FRAME
}
