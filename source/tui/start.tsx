import { basename } from 'node:path'
import { render } from 'ink'
import { bindVerbs } from '../app/bind-verbs.js'
import { createSessionStore, type SessionStore } from '../app/create-session-store.js'
import { createEffectRunner } from '../app/effect-runner.js'
import { NEW_QUIZ } from '../core/session/quiz-screen.js'
import { NEW_RULES } from '../core/session/rules-screen.js'
import type { Screen } from '../core/session/screen.js'
import { newSession } from '../core/session/session.js'
import { startSession } from '../core/session/start-session.js'
import { summariseSession } from '../core/session/summarise-session.js'
import { printable } from '../core/text/printable.js'
import type { Toolbox } from '../ports/toolbox.js'
import { keepLast } from './keep-last.js'
import { pressKey } from './keys/press-key.js'
import { readKeys } from './keys/read-keys.js'
import { Root } from './root.js'
import { restoreOnExit } from './terminal/restore-on-exit.js'
import { createTerminal } from './terminal/terminal.js'
import { readColours } from './theme/choose-theme.js'
import { frameFilter, speaksUnicode } from './theme/glyphs.js'

/** Where the coach opens; home scans the project first. */
export type CoachOptions = {
  readonly screen?: 'home' | 'rules' | 'quiz' | 'progress'
  readonly version: string
  /** Files and folders to keep to, relative to the root; empty means the whole project. */
  readonly paths?: readonly string[]
}

const FIRST_SCREENS: Readonly<Record<NonNullable<CoachOptions['screen']>, Screen>> = {
  home: { name: 'scanning' },
  rules: NEW_RULES,
  quiz: NEW_QUIZ,
  progress: { name: 'progress', scroll: 0 },
}

/**
 * Runs the interactive coach on the process's terminal and returns the exit code once the developer left it. The
 * terminal is given back on every way out. Standard input and output must be terminals; the caller checks that.
 */
export async function startCoach(tools: Toolbox, options: CoachOptions): Promise<number> {
  const isUtf8 = speaksUnicode(process.env, process.platform)
  const toShown = frameFilter(isUtf8, () => store.getSnapshot().settings.glyphs)
  const onInput = readKeys(key => {
    if (store.getSnapshot().exitCode !== null && key.name === 'ctrl+c') process.exit(130)
    const intent = pressKey(store.getSnapshot(), key)
    if (!intent) return
    store.dispatch(intent)
    const wanted = intent.type === 'action-run' ? intent.intent : intent
    if (wanted.type === 'redraw-wanted') terminal.redraw()
  })
  const terminal = createTerminal(process.stdin, process.stdout, {
    onInput,
    toShown,
    onResize: size => store.dispatch({ type: 'resized', size }),
  })
  const runner = createEffectRunner({
    tools,
    verbs: bindVerbs(tools, options.paths),
    withTerminalFree: terminal.withTerminalFree,
  })
  const { root } = tools.workspace
  const first = startSession(
    newSession({
      size: terminal.size(),
      version: options.version,
      project: { name: basename(root), root, branch: '', dirty: false },
      editor: tools.editor.name,
      screen: FIRST_SCREENS[options.screen ?? 'home'],
    }),
  )
  const store = createSessionStore(first, runner.run)
  const forget = restoreOnExit(terminal.leave, terminal.isLent)
  terminal.enter()
  const app = render(
    <Root
      store={store}
      differ={keepLast(tools.differ)}
      now={Date.parse(tools.clock.now())}
      colours={readColours(process.env, colourDepth())}
    />,
    {
      // Ink's debug mode writes whole frames; FrameOutput puts them on screen (see there).
      stdout: terminal.output as unknown as NodeJS.WriteStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  )
  // The first frame is on screen before anything that takes long to load begins.
  setImmediate(store.begin)
  try {
    // An error while drawing makes Ink reject; it is told by the caller, once the terminal is given back.
    return await Promise.race([exitOf(store), app.waitUntilExit().then(() => EXIT_DONE)])
  } finally {
    runner.cancelAll()
    await runner.settled()
    app.unmount()
    terminal.leave()
    forget()
    for (const line of summariseSession(store.getSnapshot()))
      process.stdout.write(`${toShown(printable(line))}\n`)
  }
}

/** Bits of colour by the terminal's name alone: Node warns on screen when both variables are set, so it sees neither. */
function colourDepth(): number {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
  return process.stdout.getColorDepth?.(env) ?? 1
}

const EXIT_DONE = 0

function exitOf(store: SessionStore): Promise<number> {
  return new Promise(resolve => {
    const unsubscribe = store.subscribe(() => {
      const { exitCode } = store.getSnapshot()
      if (exitCode === null) return
      unsubscribe()
      resolve(exitCode)
    })
  })
}
