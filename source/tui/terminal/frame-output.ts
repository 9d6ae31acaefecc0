import { EventEmitter } from 'node:events'
import stringWidth from 'string-width'
import type { Size } from '../../core/session/session.js'
import { paintFrame } from './paint-frame.js'

/**
 * The output stream that Ink draws on. In its debug mode Ink writes each frame whole and moves no cursor; this stream
 * compares it with the rows on screen and writes only what changed. So nothing of Ink's own cursor arithmetic, its
 * clearing of the scrollback (`ESC[3J`) or its ghosts after a resize reaches the terminal.
 */
export class FrameOutput extends EventEmitter {
  readonly isTTY = true
  #size: Size
  #shown: readonly string[] | null = null
  #frame: readonly string[] = []
  #isPaused = false
  /** Whether what comes next may still be laid out for the size before. */
  #isResized = false
  readonly #send: (bytes: string) => void
  readonly #toShown: (frame: string) => string

  /** `toShown` changes each frame before it is sent, for terminals that cannot show everything. */
  constructor(
    size: Size,
    send: (bytes: string) => void,
    toShown: (frame: string) => string = frame => frame,
  ) {
    super()
    this.#size = size
    this.#send = send
    this.#toShown = toShown
  }

  get columns(): number {
    return this.#size.columns
  }

  get rows(): number {
    return this.#size.rows
  }

  /** Takes a whole frame. Codes that Ink sends on their own (it hides the cursor) are not frames and are dropped. */
  write(frame: string): boolean {
    if (frame === '' || /^(?:\x1b\[[?\d;]*[A-Za-z])+$/.test(frame)) return true
    this.#frame = this.#toShown(frame).split('\n').slice(0, this.#size.rows)
    this.#paint()
    return true
  }

  /** Takes the terminal's new size; the next frame is drawn whole. */
  resize(size: Size): void {
    this.#size = size
    this.#shown = null
    this.#isResized = true
    this.emit('resize')
  }

  /** Stops drawing while another program has the terminal. */
  pause(): void {
    this.#isPaused = true
  }

  /** Draws the present frame whole, on a screen that may hold anything. */
  redraw(): void {
    this.#isPaused = false
    this.#shown = null
    this.#paint()
  }

  #paint(): void {
    if (this.#isPaused) return
    const bytes = paintFrame(this.#shown, this.#frame)
    // Ink draws the old layout once more when the window becomes narrower. Such rows are cut by the terminal, so that it
    // shows something else than they say: the next frame is drawn whole, too.
    this.#isResized &&= !this.#fits()
    this.#shown = this.#isResized ? null : this.#frame
    if (bytes !== '') this.#send(bytes)
  }

  #fits(): boolean {
    return this.#frame.every(row => stringWidth(row) <= this.#size.columns)
  }
}
