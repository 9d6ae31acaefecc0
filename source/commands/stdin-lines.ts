import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Gives lines one by one, and null at the end. */
export type LineReader = { readonly next: () => Promise<string | null>; readonly close: () => void }

/** Returns the lines of a stream, from a person or a pipe. Lines end when `signal` is aborted. */
export function readLinesFrom(input: Readable, signal: AbortSignal): LineReader {
  // Not in terminal mode: the kernel edits the line, and screen readers hear what they always hear.
  const reader = createInterface({ input, terminal: false, signal })
  const lines = reader[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { value, done } = await lines.next()
      return done ? null : value
    },
    close: () => reader.close(),
  }
}
