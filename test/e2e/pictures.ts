import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOP } from '../support/built.js'
import { pathWithProgram } from '../support/fake-program.js'
import { openProjectAt } from '../support/temp-project.js'
import type { VirtualScreen } from '../tui/support/virtual-screen.js'
import { type App, startApp } from './driver.js'
import { editing } from './samples.js'
import { STILL_CLOCK } from './stage.js'

/** A window, in character cells. */
export type Window = { readonly columns: number; readonly rows: number }

/** Called at each screen worth a picture. */
export type Take = (name: string, screen: VirtualScreen) => void | Promise<void>

/** The day on which every picture is taken. */
const DAY = '2026-11-23T12:00:00.000Z'
const ANSWERED = /Right\.|Not this one\.|Not counted/

/**
 * Walks the built program through the demo project, as a developer would, and takes every screen. Time stands still, the
 * project is a repository with a past of its own and the developer is new, so that the pictures are the same at every run.
 */
export async function takePictures(window: Window, take: Take): Promise<void> {
  await onDemo(window, app =>
    walk(app, async (name, ...shown) => {
      await app.see(...shown)
      await app.rest()
      await take(name, app.terminal)
    }),
  )
}

/** Called at each moment of the recorded session; `seconds` is how long a reader looks at it. */
export type Record = (screen: VirtualScreen, seconds: number) => void

/** Plays the session of the readme: one finding from the list to the file that assistants read. */
export async function recordSession(window: Window, record: Record): Promise<void> {
  await onDemo(window, async app => {
    const look = async (seconds: number, ...shown: readonly (string | RegExp)[]) => {
      await app.see(...shown)
      await app.rest()
      record(app.terminal, seconds)
    }
    await look(3, 'May it keep its records here?')
    app.press('enter')
    await look(3, 'Enter start', 'Ready for your')
    app.press('enter')
    await look(4, '▼', 'Enter learn')
    app.press('enter')
    await look(4, '· lesson')
    app.press('enter')
    await look(2.5, '· question')
    await app.press('down', 'down').see(/▸ 3/)
    await look(1)
    app.press('enter')
    await look(3.5, ANSWERED)
    app.press('f')
    await triedAll(app)
    await look(4)
    app.press('enter')
    await look(4, 'NEVER', 'Enter keep')
    app.press('w')
    for (const word of ['parcel ', 'numbers ', 'come ', 'from ', 'strangers']) {
      app.type(word)
      await look(0.4, word.trim())
    }
    await app.press('enter').see('Enter keep')
    app.press('enter')
    await look(2, 'Kept')
    app.press('2')
    await app.see('to review', 'NEVER')
    await app.seeNo(/being looked for|… {2,}…/)
    await look(4)
    app.press('p')
    await look(1.5, 'Promoted')
    app.press('v')
    await look(4, 'Nothing is written yet')
    app.press('enter')
    await look(4, 'Written: AGENTS.md')
    app.press('q')
  })
}

async function onDemo({ columns, rows }: Window, play: (app: App) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guardrail-coach-pictures-')))
  const root = join(folder, 'parcel-desk')
  const programs = join(folder, 'programs')
  for (const path of [root, programs]) mkdirSync(path)
  cpSync(join(TOP, 'demo'), root, { recursive: true })
  openProjectAt(root, {}).commitAll('start parcel desk', '2026-11-02T09:00:00Z')
  const home = join(folder, 'home')
  const app = await startApp({
    cwd: root,
    columns,
    rows,
    node: STILL_CLOCK,
    env: {
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_STATE_HOME: join(home, 'state'),
      STILL_CLOCK: DAY,
      EDITOR: 'vim',
      PATH: pathWithProgram(programs, 'claude', editing('web/labels.js', 'exec(', 'execFile(')),
    },
  })
  try {
    await play(app)
    await app.ends()
  } finally {
    if (!app.isOver()) app.kill('SIGKILL')
    await app.gone()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Shot = (name: string, ...shown: readonly (string | RegExp)[]) => Promise<void>

async function walk(app: App, shot: Shot): Promise<void> {
  await shot('welcome', 'May it keep its records here?')
  app.press('enter')
  await shot('home', 'Enter start', /\d+ findings in/, 'Ready for your')
  app.press(':')
  await shot('palette', 'All actions')
  await app.press('escape').seeNo('All actions')
  app.press('enter')
  await shot('see', '▼', 'Enter learn')
  app.press('enter')
  await shot('learn', 'Enter go on')
  app.press('enter')
  await shot('check', 'Enter answer')
  app.press('2')
  await shot('check-answered', ANSWERED)
  app.press('f')
  await triedAll(app)
  await shot('fix')
  app.press('x')
  await shot('exempt', 'Why should')
  app.press('enter').type('only the nightly job calls it')
  await shot('exempt-reason', 'nightly job calls it')
  await app.press('escape').see('Why should')
  await app.press('escape').see('Enter apply')
  const asked = /(\d) {2}Ask Claude/.exec(app.screen())?.[1]
  if (asked) {
    await app.press(asked).see(/▸ \d {2}Ask Claude/)
    app.press('enter')
    await shot('ask', 'Enter ask it')
    await app.press('escape').see(/▸ \d {2}Ask Claude/)
    await app.press('1').see(/▸ 1/)
  }
  app.press('enter')
  await shot('remember', 'NEVER', 'Enter keep')
  app.press('w').type('parcel numbers come from strangers')
  await shot('remember-words', 'strangers')
  await app.press('enter').see('Enter keep')
  app.press('enter')
  await shot('kept', 'Kept')
  app.press('1')
  await shot('findings', /^ Findings/)
  app.press('/').type('sql')
  await shot('findings-filter', 'sql', /SQL/)
  await app.press('escape').seeNo('Esc cancel')
  app.press('2')
  await app.see('to review', 'NEVER')
  await app.seeNo(/being looked for|… {2,}…/)
  await shot('rules')
  app.press('r')
  await shot('rules-retire', 'Why is it retired?')
  await app.press('escape').see('p promote')
  await app.press('p').see('Promoted')
  app.press('v')
  await shot('files', 'Nothing is written yet')
  app.press('enter')
  await shot('rules-synced', 'Written: AGENTS.md')
  await app.press('enter').see(/^ Rules/)
  app.press('3')
  await shot('quiz-none', 'Nothing is due')
  app.press('p')
  await shot('quiz', /^ . 1 {2}/m)
  app.press('1')
  await shot('quiz-answered', ANSWERED)
  app.press('?')
  await shot('help', 'Keys of this screen', /↓ \d+ more|End G/)
  await app.press('escape').seeNo('Keys of this screen')
  await app.press('0').see(/^ guardrail-coach/)
  app.press('4')
  await shot('progress', 'Open findings')
  app.press('5')
  await shot('settings', /^ Settings/)
  app.press('q')
}

/** Waits until every fix that can be tried was tried. */
async function triedAll(app: App): Promise<void> {
  await app.see(/tried|✓ *$/m)
  await app.seeNo(/ trying *$/m)
  await app.rest()
}
