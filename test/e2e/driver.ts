import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { createTempFolder, type TempProject } from '../support/temp-project.js'
import { VirtualScreen } from '../tui/support/virtual-screen.js'

/** The built program; `npm test` builds it first. */
const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js')

/** Keys as a terminal sends them. */
export const KEY = {
  enter: '\r',
  escape: '\x1b',
  up: '\x1b[A',
  down: '\x1b[B',
  tab: '\t',
  backspace: '\x7f',
  interrupt: '\x03',
} as const

/** Milliseconds after which a screen that never came is given up; nothing in a passing test waits for it. */
const GIVE_UP = 25_000
/** Milliseconds a whole scenario may take on a busy machine. */
export const PATIENCE = 120_000

/** The built coach in a real pseudo-terminal, as a person at the keyboard has it. */
export type Coach = {
  /** Presses keys, each as its own piece of input. */
  readonly press: (...keys: readonly string[]) => void
  /** Resolves with the screen once it shows this; rejects after a while with what it shows instead. */
  readonly until: (shown: string | RegExp) => Promise<string>
  readonly resize: (columns: number, rows: number) => void
  /** The screen as it is now. */
  readonly text: () => string
  /** Every byte the program sent. */
  readonly raw: () => string
  readonly signal: (name: NodeJS.Signals) => void
  /** Resolves when the program has ended, after checking that it gave the terminal back. */
  readonly ended: () => Promise<number>
}

export type CoachStart = {
  readonly args?: readonly string[]
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
  /** Folder of the developer's own settings; a new one when absent. Two starts with the same one are one developer. */
  readonly config?: string
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

/** Starts the coach in a project. It is ended with the test at the latest. */
export async function startCoach(project: TempProject, start: CoachStart = {}): Promise<Coach> {
  const pty = await import('node-pty')
  const { args = [], columns = 80, rows = 24, env = {}, config = createTempFolder() } = start
  const screen = new VirtualScreen(columns, rows)
  const waiting = new Set<() => void>()
  const child = pty.spawn(process.execPath, [PROGRAM, ...args], {
    cols: columns,
    rows,
    cwd: project.root,
    env: {
      PATH: process.env.PATH ?? '',
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      HOME: config,
      XDG_CONFIG_HOME: config,
      XDG_CACHE_HOME: join(config, 'cache'),
      ...env,
    },
  })
  let exitCode: number | null = null
  const lookAround = () => {
    for (const look of [...waiting]) look()
  }
  child.onData(bytes => {
    screen.write(bytes)
    void screen.flushed().then(lookAround)
  })
  child.onExit(({ exitCode: code }) => {
    exitCode = code
    void screen.flushed().then(lookAround)
  })
  onTestFinished(() => {
    if (exitCode === null) child.kill('SIGKILL')
  })

  /** Resolves with the first value of `look` that is not null. */
  const wait = <T>(look: () => T | null, what: string) =>
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
        reject(new Error(`never ${what}; the screen shows:\n${screen.text()}`))
      }, GIVE_UP)
      waiting.add(check)
      void screen.flushed().then(check)
    })

  return {
    press: (...keys) => {
      for (const key of keys) child.write(key)
    },
    until: shown =>
      wait(() => {
        const text = screen.text()
        return (typeof shown === 'string' ? text.includes(shown) : shown.test(text)) ? text : null
      }, `showed ${shown}`),
    resize: (width, height) => {
      screen.resize(width, height)
      child.resize(width, height)
    },
    text: () => screen.text(),
    raw: () => screen.raw(),
    signal: name => child.kill(name),
    ended: async () => {
      const code = await wait(() => exitCode, 'ended')
      await screen.flushed()
      expectTerminalGivenBack(screen)
      return code
    },
  }
}

/** The promises of every way out: main screen, visible cursor, no paste mode, and the scrollback never cleared. */
function expectTerminalGivenBack(screen: VirtualScreen): void {
  const raw = screen.raw()
  const last = (on: string, off: string) => raw.lastIndexOf(off) > raw.lastIndexOf(on)
  expect(raw).not.toContain('\x1b[3J')
  expect(screen.terminal.buffer.active.type).toBe('normal')
  expect(last('\x1b[?25l', '\x1b[?25h')).toBe(true)
  expect(last('\x1b[?2004h', '\x1b[?2004l')).toBe(true)
  expect(last('\x1b[?7l', '\x1b[?7h')).toBe(true)
}

/** A small project with weaknesses of three kinds that the built-in rules find. */
export const SHOP: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "dependencies": { "express": "^4.18.0", "pg": "^8.0.0" } }\n',
  'web/prices.js': [
    "const express = require('express')",
    'const router = express.Router()',
    '',
    "router.post('/price', (req, res) => {",
    '  const total = eval(req.body.formula)',
    '  res.json({ total })',
    '})',
    '',
    'module.exports = router',
    '',
  ].join('\n'),
  'web/sessions.js': [
    "const crypto = require('crypto')",
    '',
    'function hash(password) {',
    "  return crypto.createHash('md5').update(password).digest('hex')",
    '}',
    '',
    'module.exports = { hash }',
    '',
  ].join('\n'),
}
