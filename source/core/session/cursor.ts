import type { Intent } from './event.js'
import type { Size } from './session.js'

/** Rows that header, footer and the blank lines around them take. */
const FRAME_ROWS = 6

/** Returns how many rows a page of a list or a text has, at least 1. */
export function pageRows(size: Size): number {
  return Math.max(1, size.rows - FRAME_ROWS)
}

/** Returns the cursor after a move, held within 0 and `count` - 1; other intents leave it where it is. */
export function moveCursor(cursor: number, intent: Intent, count: number, size: Size): number {
  return Math.max(0, Math.min(count - 1, target(cursor, intent, count - 1, size)))
}

/** Returns a scroll offset after a move, held within 0 and `limit`, the last offset at which there is text to see. */
export function moveScroll(scroll: number, intent: Intent, limit: number, size: Size): number {
  return Math.max(0, Math.min(limit, target(Math.min(scroll, limit), intent, limit, size)))
}

function target(from: number, intent: Intent, last: number, size: Size): number {
  if (intent.type === 'moved') return from + intent.by * (intent.unit === 'page' ? pageRows(size) : 1)
  if (intent.type === 'jumped') return intent.to === 'first' ? 0 : last
  return from
}
