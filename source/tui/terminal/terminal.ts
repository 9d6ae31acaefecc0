import type { ReadStream, WriteStream } from 'node:tty'
import type { Size } from '../../core/session/session.js'
import { ENTER, LEAVE, SET_AGAIN } from './codes.js'
import { FrameOutput } from './frame-output.js'

/** The terminal while the coach has it. */
export type Terminal = {
  readonly output: FrameOutput
  readonly size: () => Size
  /** Takes the terminal: alternate screen, raw keys. */
  readonly enter: () => void
  /** Gives it back as it was; safe to call twice. */
  readonly leave: () => void
  /** Draws the present frame whole, and sets the terminal's modes again: another program wrote over both. */
  readonly redraw: () => void
  /** Whether another program has it: Ctrl+C is then meant for that one. */
  readonly isLent: () => boolean
  /** Gives it to another program while `work` runs, then draws the present frame again. */
  readonly withTerminalFree: <T>(work: () => Promise<T>) => Promise<T>
}

/** Below this many columns and rows Ink's layout has no meaning; sizes are held at it. */
const SMALLEST: Size = { columns: 10, rows: 4 }

/**
 * Returns the terminal on a pair of streams. `onInput` gets decoded UTF-8 as it comes, `onResize` the new size; `toShown` changes a frame
 * into what this terminal can show.
 * Frames have one row less than the terminal: a full last row makes some terminals scroll.
 */
export function createTerminal(
  stdin: ReadStream,
  stdout: WriteStream,
  handlers: {
    readonly onInput: (chunk: string) => void
    readonly onResize: (size: Size) => void
    readonly toShown: (frame: string) => string
  },
): Terminal {
  const size = (): Size => ({
    columns: Math.max(SMALLEST.columns, stdout.columns ?? 80),
    rows: Math.max(SMALLEST.rows, (stdout.rows ?? 24) - 1),
  })
  const output = new FrameOutput(size(), bytes => stdout.write(bytes), handlers.toShown)
  let isEntered = false
  let isLent = false
  const onData = (chunk: string) => handlers.onInput(chunk)
  const onResized = () => {
    output.resize(size())
    handlers.onResize(size())
  }

  const enter = () => {
    if (isEntered) return
    isEntered = true
    stdout.write(ENTER)
    stdin.setRawMode?.(true)
    stdin.setEncoding('utf8')
    stdin.on('data', onData)
    stdin.resume()
    stdout.on('resize', onResized)
  }

  const leave = () => {
    if (!isEntered) return
    isEntered = false
    stdout.off('resize', onResized)
    stdin.off('data', onData)
    stdin.pause()
    stdin.setRawMode?.(false)
    stdout.write(LEAVE)
  }

  return {
    output,
    size,
    enter,
    leave,
    redraw: () => {
      if (!isEntered) return
      stdout.write(SET_AGAIN)
      output.redraw()
    },
    isLent: () => isLent,
    withTerminalFree: async work => {
      output.pause()
      isLent = true
      leave()
      try {
        return await work()
      } finally {
        isLent = false
        enter()
        output.resize(size())
        handlers.onResize(size())
        output.redraw()
      }
    },
  }
}
