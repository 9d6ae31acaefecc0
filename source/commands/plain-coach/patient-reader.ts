import type { LineReader } from '../stdin-lines.js'

/** A reader whose next line can be waited for without being taken: it is then given to whoever asks next. */
export type PatientReader = LineReader & { readonly peek: () => Promise<string | null> }

/** Returns `lines` as a reader that can be peeked at. */
export function patientReader(lines: LineReader): PatientReader {
  let waiting: Promise<string | null> | null = null
  return {
    next: () => {
      const line = waiting ?? lines.next()
      waiting = null
      return line
    },
    peek: () => {
      waiting ??= lines.next()
      return waiting
    },
    close: lines.close,
  }
}
