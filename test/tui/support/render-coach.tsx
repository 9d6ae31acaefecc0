import { render } from 'ink'
import { bindVerbs } from '../../../source/app/bind-verbs.js'
import { createSessionStore } from '../../../source/app/create-session-store.js'
import { createEffectRunner } from '../../../source/app/effect-runner.js'
import type { Event } from '../../../source/core/session/event.js'
import type { Screen } from '../../../source/core/session/screen.js'
import { newSession, type Session } from '../../../source/core/session/session.js'
import { startSession } from '../../../source/core/session/start-session.js'
import type { Toolbox } from '../../../source/ports/toolbox.js'
import { createDecoder } from '../../../source/tui/keys/decode-input.js'
import { pressKey } from '../../../source/tui/keys/press-key.js'
import { Root } from '../../../source/tui/root.js'
import { ENTER } from '../../../source/tui/terminal/codes.js'
import { FrameOutput } from '../../../source/tui/terminal/frame-output.js'
import type { TerminalColours } from '../../../source/tui/theme/choose-theme.js'
import { frameFilter } from '../../../source/tui/theme/glyphs.js'
import { VirtualScreen } from './virtual-screen.js'

/** The coach on a terminal in memory. */
export type RenderedCoach = {
  /** Sends terminal input, as many keys as it holds, in one piece. */
  readonly press: (input: string) => void
  /** Resolves once the screen shows this; rejects after a while with what it shows instead. */
  readonly until: (shown: string | RegExp) => Promise<string>
  readonly resize: (columns: number, rows: number) => void
  /** Resolves once no work is under way and the screen shows what it brought. */
  readonly idle: () => Promise<void>
  readonly session: () => Session
  /** Sends an intent that no single key gives. */
  readonly dispatch: (event: Event) => void
  readonly screen: VirtualScreen
  readonly leave: () => void
}

/** Keys as a terminal sends them. */
export const KEY = {
  enter: '\r',
  escape: '\x1b[27u',
  up: '\x1b[A',
  down: '\x1b[B',
  tab: '\t',
  backspace: '\x7f',
} as const

/** Milliseconds after which a screen that never came is given up; nothing in a passing test waits for it. */
const GIVE_UP = 10_000

/** Renders the coach over a toolbox. Frames have one row less than the terminal, as in the real one. */
export function renderCoach(
  tools: Toolbox,
  options: {
    readonly columns?: number
    readonly rows?: number
    readonly screen?: Screen
    readonly isAscii?: boolean
    readonly colours?: TerminalColours
  } = {},
): RenderedCoach {
  const { columns = 80, rows = 24 } = options
  const screen = new VirtualScreen(columns, rows)
  screen.write(ENTER)
  const listeners = new Set<() => void>()
  const output = new FrameOutput(
    { columns, rows: rows - 1 },
    bytes => {
      screen.write(bytes)
      void screen.flushed().then(() => {
        for (const listener of [...listeners]) listener()
      })
    },
    frameFilter(!options.isAscii, () => store.getSnapshot().settings.glyphs),
  )
  const runner = createEffectRunner({ tools, verbs: bindVerbs(tools), withTerminalFree: work => work() })
  const first = startSession(
    newSession({
      size: { columns, rows: rows - 1 },
      version: '0.0.0',
      project: { name: 'parcel-desk', root: tools.workspace.root, branch: '', dirty: false },
      editor: tools.editor.name,
      screen: options.screen ?? { name: 'scanning' },
    }),
  )
  const store = createSessionStore(first, runner.run)
  const decoder = createDecoder()
  const colours = options.colours ?? { isOff: false, hasColours: true, background: null }
  const app = render(
    <Root store={store} differ={tools.differ} now={Date.parse(tools.clock.now())} colours={colours} />,
    {
      stdout: output as unknown as NodeJS.WriteStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  )
  store.begin()

  const until = (shown: string | RegExp) =>
    new Promise<string>((resolve, reject) => {
      const isShown = (text: string) => (typeof shown === 'string' ? text.includes(shown) : shown.test(text))
      const look = () => {
        const text = screen.text()
        if (!isShown(text)) return
        listeners.delete(look)
        clearTimeout(timer)
        resolve(text)
      }
      const timer = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`never showed ${shown}; it shows:\n${screen.text()}`))
      }, GIVE_UP)
      listeners.add(look)
      void screen.flushed().then(look)
    })

  return {
    press: input => {
      const keys = input === KEY.escape ? [{ name: 'escape', text: '' }] : decoder.push(input)
      for (const key of keys) {
        const intent = pressKey(store.getSnapshot(), key)
        if (intent) store.dispatch(intent)
      }
    },
    until,
    resize: (width, height) => {
      screen.resize(width, height)
      output.resize({ columns: width, rows: height - 1 })
      store.dispatch({ type: 'resized', size: { columns: width, rows: height - 1 } })
    },
    idle: () =>
      new Promise(resolve => {
        const look = () => {
          if (Object.keys(store.getSnapshot().pending).length > 0) return
          unsubscribe()
          // One turn later React has drawn what the last outcome brought.
          setImmediate(() => void screen.flushed().then(resolve))
        }
        const unsubscribe = store.subscribe(look)
        look()
      }),
    session: store.getSnapshot,
    dispatch: store.dispatch,
    screen,
    leave: () => app.unmount(),
  }
}
