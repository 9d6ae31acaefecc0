import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { TOP } from '../support/built.js'
import { VirtualScreen } from '../tui/support/virtual-screen.js'
import { cellsOf, drawnOnly, FRAME_END, faultInBytes, isDrawn, REDRAWN, WHOLE_FRAME } from './frame-check.js'
import { bytesOf, pasted } from './keys.js'

/** The built program; `npm test` builds it first. COACH_PROGRAM plays another build. */
export const PROGRAM = process.env.COACH_PROGRAM ?? `${TOP}/dist/cli.js`

/** Milliseconds after which a screen that never came is given up; nothing in a passing test waits for it. */
const GIVE_UP = 30_000

/** Milliseconds without a byte after which a resize is over, and after which a lone ESC was the Escape key. */
const QUIET = 30
const ESCAPE_IS_OVER = 120
/** Milliseconds after which a redraw that did not come is asked for again. */
const PRESS_AGAIN = 3000
/** Milliseconds without a byte after which a picture may be taken. */
const REST = 400

/** The built coach in a real pseudo-terminal, as a person at the keyboard has it. */
export type App = {
  /** Presses keys by name, each as its own piece of input. */
  readonly press: (...keys: readonly string[]) => App
  /** Types a text, a character at a time. */
  readonly type: (text: string) => App
  /** Pastes a text as a terminal does that knows bracketed paste. */
  readonly paste: (text: string) => App
  /** Sends bytes as they are, in one piece. */
  readonly send: (bytes: string) => App
  readonly resize: (columns: number, rows: number) => App
  /** Resizes and waits for the whole frame of the new size. */
  readonly resizeTo: (columns: number, rows: number) => Promise<void>
  /** Resolves with the screen once it shows all of these; rejects after a while with what it shows instead. */
  readonly see: (...shown: readonly (string | RegExp)[]) => Promise<string>
  /** Resolves with the screen once it no longer shows this. */
  readonly seeNo: (shown: string | RegExp) => Promise<string>
  /** Resolves once nothing was drawn for a while: what `see` waited for has company. */
  readonly rest: () => Promise<void>
  /** The text on screen as it is now. */
  readonly screen: () => string
  readonly terminal: VirtualScreen
  /** Every byte the program sent. */
  readonly raw: () => string
  /** Asks for the whole frame again, waits for it, and fails when it differs from what was on screen. */
  readonly redraw: () => Promise<string>
  readonly kill: (signal: NodeJS.Signals) => App
  readonly pid: number
  readonly isOver: () => boolean
  /** The exit code, null while it runs. */
  readonly code: () => number | null
  /** Resolves with the screen once the program ended with this code, having given the terminal back. */
  readonly ends: (code?: number) => Promise<string>
  /** Resolves once the program is gone, however it went. */
  readonly gone: () => Promise<void>
}

export type Start = {
  readonly args?: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly columns: number
  readonly rows: number
  /** Options of Node itself, before the program. */
  readonly node?: readonly string[]
  /** Looks at the screen whenever `see` found what it waited for. */
  readonly onSeen?: (screen: VirtualScreen) => void
}

/** Why these tests cannot run here, or null. node-pty has no prebuilt binary for every platform. */
export async function whyNoPty(): Promise<string | null> {
  if (!existsSync(PROGRAM)) return 'dist/cli.js is not built: npm run build'
  try {
    await import('node-pty')
    return null
  } catch (error) {
    return `node-pty does not load here: ${String(error)}`
  }
}

/** Starts the built program in a pseudo-terminal of its own. Whoever starts it ends it. */
export async function startApp(start: Start): Promise<App> {
  const pty = await import('node-pty')
  const { args = [], node = [], columns, rows } = start
  const screen = new VirtualScreen(columns, rows)
  const waiting = new Set<() => void>()
  const child = pty.spawn(process.execPath, [...node, PROGRAM, ...args], {
    cols: columns,
    rows,
    cwd: start.cwd,
    env: { TERM: 'xterm-256color', LANG: 'C.UTF-8', PATH: process.env.PATH ?? '', ...start.env },
  })
  let exitCode: number | null = null
  /** Bytes held back while a whole frame is awaited, to look at the screen right before and right after it. */
  let held: string | null = null
  let onRedrawn: ((before: readonly string[], after: readonly string[]) => void) | null = null
  const lookAround = () => {
    for (const look of [...waiting]) look()
  }
  const passOn = (bytes: string) => {
    if (bytes !== '') screen.write(bytes)
    return screen.flushed()
  }
  const release = async () => {
    const bytes = held ?? ''
    held = null
    await passOn(bytes)
    lookAround()
  }
  const whenRedrawn = () => {
    const bytes = held ?? ''
    const start = bytes.indexOf(REDRAWN)
    const end = start < 0 ? -1 : bytes.indexOf(FRAME_END, start)
    const tell = onRedrawn
    if (end < 0 || tell === null) return
    held = null
    onRedrawn = null
    let before: readonly string[] = []
    screen.write(bytes.slice(0, start), () => {
      before = cellsOf(screen)
    })
    screen.write(bytes.slice(start, end + FRAME_END.length), () => tell(before, cellsOf(screen)))
    void passOn(bytes.slice(end + FRAME_END.length)).then(lookAround)
  }
  child.onData(bytes => {
    if (held === null) void passOn(bytes).then(lookAround)
    else {
      held += bytes
      whenRedrawn()
    }
  })
  child.onExit(({ exitCode: code }) => {
    exitCode = code
    if (held !== null) void release()
    void screen.flushed().then(lookAround)
  })

  /** Resolves with the first value of `look` that is not null. */
  const wait = <T>(look: () => T | null, what: () => string) =>
    new Promise<T>((resolve, reject) => {
      const check = () => {
        const found = look()
        if (found === null) return
        waiting.delete(check)
        clearTimeout(timer)
        resolve(found)
      }
      const timer = setTimeout(() => {
        waiting.delete(check)
        const state = exitCode === null ? '' : `; the program ended with ${exitCode}`
        reject(new Error(`never ${what()}${state}; the screen shows:\n${screen.text()}`))
      }, GIVE_UP)
      waiting.add(check)
      void screen.flushed().then(check)
    })

  const shows = (shown: string | RegExp, text: string) =>
    typeof shown === 'string' ? text.includes(shown) : shown.test(text)
  /** Resolves once nothing came for so many milliseconds. */
  const quiet = async (milliseconds: number) => {
    let length = -1
    while (length !== screen.raw().length && exitCode === null) {
      length = screen.raw().length
      await new Promise(resolve => setTimeout(resolve, milliseconds))
    }
    await screen.flushed()
  }
  let isEscapeLast = false
  const send = (bytes: string) => {
    if (exitCode === null) child.write(bytes)
    isEscapeLast = bytes === '\x1b'
    return app
  }

  const app: App = {
    press: (...keys) => {
      for (const key of keys) send(bytesOf(key))
      return app
    },
    type: text => {
      for (const character of text) send(character)
      return app
    },
    paste: text => send(pasted(text)),
    send,
    resize: (width, height) => {
      screen.resize(width, height)
      if (exitCode === null) child.resize(width, height)
      return app
    },
    resizeTo: async (width, height) => {
      const { cols, rows } = screen.terminal
      if (exitCode !== null || (cols === width && rows === height)) return
      // A frame of the old size may still be on its way.
      await quiet(QUIET)
      const from = screen.raw().length
      app.resize(width, height)
      await wait(
        () => (screen.raw().includes(WHOLE_FRAME, from) || exitCode !== null ? true : null),
        () => 'drew the frame of the new size',
      )
      await quiet(QUIET)
    },
    see: async (...shown) => {
      const missing = () => shown.filter(one => !shows(one, screen.text()))
      const text = await wait(
        () => (missing().length === 0 ? screen.text() : null),
        () => `showed ${missing().join(' and ')}`,
      )
      start.onSeen?.(screen)
      return text
    },
    seeNo: shown =>
      wait(
        () => (shows(shown, screen.text()) ? null : screen.text()),
        () => `stopped showing ${shown}`,
      ),
    rest: () => quiet(REST),
    screen: () => screen.text(),
    terminal: screen,
    raw: () => screen.raw(),
    redraw: async () => {
      let cells: readonly (readonly string[])[] | null = null
      held = ''
      onRedrawn = (before, after) => {
        cells = [before, after]
      }
      // Right behind a lone ESC the key would be read as Alt and a key, which means nothing.
      if (isEscapeLast) await new Promise(resolve => setTimeout(resolve, ESCAPE_IS_OVER))
      send(bytesOf('ctrl+l'))
      // It also is lost where the coach asks for any key: that is left, and it is pressed again.
      const again = setInterval(() => {
        send(bytesOf('escape'))
        setTimeout(() => send(bytesOf('ctrl+l')), ESCAPE_IS_OVER)
      }, PRESS_AGAIN)
      try {
        await wait(
          () => (cells !== null || exitCode !== null ? true : null),
          () => 'drew the whole frame again',
        )
      } finally {
        clearInterval(again)
        if (held !== null) await release()
      }
      const [before = [], after = []] = cells ?? []
      // The first frame after an editor had the terminal looks the same, and has nothing to be held against.
      if (after.some(isDrawn) && !before.some(isDrawn)) return app.redraw()
      assert.deepEqual(after, before)
      return screen.text()
    },
    kill: signal => {
      child.kill(signal)
      return app
    },
    pid: child.pid,
    isOver: () => exitCode !== null,
    code: () => exitCode,
    ends: async (code = 0) => {
      const ended = await wait(
        () => exitCode,
        () => 'ended',
      )
      await screen.flushed()
      expectTerminalGivenBack(screen)
      assert.equal(ended, code, screen.text())
      return screen.text()
    },
    gone: async () => {
      await wait(
        () => exitCode,
        () => 'went away',
      )
    },
  }
  return app
}

/** The promises of every way out: main screen, visible cursor, no paste mode, and the scrollback never cleared. */
function expectTerminalGivenBack(screen: VirtualScreen): void {
  const raw = screen.raw()
  const last = (on: string, off: string) => raw.lastIndexOf(off) >= raw.lastIndexOf(on)
  assert.equal(screen.terminal.buffer.active.type, 'normal')
  assert.ok(last('\x1b[?25l', '\x1b[?25h'))
  assert.ok(last('\x1b[?2004h', '\x1b[?2004l'))
  assert.ok(last('\x1b[?7l', '\x1b[?7h'))
  assert.ok(last('\x1b[?1000h', '\x1b[?1000l'))
  const drawn = drawnOnly(raw.slice(Math.max(0, raw.indexOf('\x1b[?1049h'))))
  assert.equal(faultInBytes(drawn, Number.POSITIVE_INFINITY), null)
}
