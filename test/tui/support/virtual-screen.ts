import xterm from '@xterm/headless'

/** A terminal in memory: bytes go in, the text a person would see comes out. */
export class VirtualScreen {
  readonly #terminal: InstanceType<typeof xterm.Terminal>
  #raw = ''
  #written: Promise<void> = Promise.resolve()

  constructor(columns: number, rows: number) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 })
  }

  /** Takes bytes; `onWritten` is called when they are on screen and nothing behind them is yet. */
  write(bytes: string, onWritten?: () => void): void {
    this.#raw += bytes
    this.#written = new Promise(resolve => {
      this.#terminal.write(bytes, () => {
        onWritten?.()
        resolve()
      })
    })
  }

  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows)
  }

  /** Every byte that came in. */
  raw(): string {
    return this.#raw
  }

  get terminal(): InstanceType<typeof xterm.Terminal> {
    return this.#terminal
  }

  /** Resolves when what was written is on screen. */
  flushed(): Promise<void> {
    return this.#written
  }

  /** The visible rows, blanks on the right cut off. */
  lines(): readonly string[] {
    const { active } = this.#terminal.buffer
    return Array.from(
      { length: this.#terminal.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    )
  }

  text(): string {
    return this.lines().join('\n')
  }
}
