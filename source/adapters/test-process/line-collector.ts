import { stripVTControlCharacters } from 'node:util'

/** Milliseconds for which lines are gathered before they are told, so that a flood of output is no flood of frames. */
const EVERY = 100
/** Characters of a line that are kept. */
const MAX_LINE = 400
/** Lines told at once at most; of a flood the end is what counts. */
const MAX_LINES = 300

/** Returns a collector that makes lines of output that comes in pieces, and tells them a few at a time. */
export function lineCollector(onLines: (lines: readonly string[]) => void): {
  readonly push: (text: string) => void
  /** Tells what is left, an unfinished line included. */
  readonly end: () => void
} {
  let rest = ''
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    timer = undefined
    const told = lines.slice(-MAX_LINES)
    lines = []
    if (told.length > 0) onLines(told)
  }
  const add = (line: string) => {
    // A carriage return draws over the line: what was drawn last is what a person would see.
    const drawn = line.split('\r').filter(Boolean).at(-1) ?? ''
    lines.push(stripVTControlCharacters(drawn).slice(0, MAX_LINE))
    if (lines.length > 2 * MAX_LINES) lines = lines.slice(-MAX_LINES)
  }
  return {
    push: text => {
      const parts = (rest + text).split('\n')
      rest = (parts.pop() ?? '').slice(-10 * MAX_LINE)
      for (const part of parts) add(part)
      timer ??= setTimeout(tell, EVERY)
    },
    end: () => {
      clearTimeout(timer)
      if (rest !== '') add(rest)
      rest = ''
      tell()
    },
  }
}
