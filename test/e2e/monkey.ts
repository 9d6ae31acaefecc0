import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../source/core/quiz/random.js'
import { pathWithProgram } from '../support/fake-program.js'
import type { TempProject } from '../support/temp-project.js'
import type { App } from './driver.js'
import { drawnOnly, FRAME_END, faultInBytes } from './frame-check.js'
import { CHAIN, editing, SHOP, treeOf } from './samples.js'
import { type Developer, type Scenario, type Stage, scenario } from './stage.js'

/**
 * `look`: no key is pressed that says yes to a change, and the project has to stay as it is. `act`: every key, and the
 * project may change only after one that can say yes.
 */
export type Mode = 'look' | 'act'

/** How a run went. */
export type Tally = {
  keys: number
  pastes: number
  resizes: number
  frames: number
  starts: number
  screens: Set<string>
}

/** Milliseconds within which a frame comes that was asked for. */
const FRAME_IS_DUE = 100

/** Keys between two looks at the whole screen. */
const BATCH = 20

const MOVES = ['j', 'k', 'up', 'down', 'pageup', 'pagedown', 'home', 'end', 'g', 'G', 'space', 'tab']
const OPENERS = [
  'f',
  'x',
  'e',
  'n',
  'l',
  's',
  'w',
  'v',
  'o',
  'i',
  'h',
  'r',
  'm',
  't',
  'b',
  'c',
  'y',
  '/',
  '?',
  ':',
  '!',
  'z',
]
const NUMBERS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
const ODD = [
  '\x1b[99~',
  '\x1bOP',
  '\x1b[1;5C',
  '\x00',
  'é',
  '漢',
  '👩‍💻',
  'ctrl+d',
  'ctrl+u',
  'ctrl+w',
  'ctrl+a',
  'backspace',
  'delete',
  'f5',
]
/** Keys that can say yes to a change. */
const YES = ['enter', 'right', 'p', 'P', 'u', 'a', 'd', 'y']
/** What Enter may mean while only looking, as the footer says it. */
const HARMLESS_ENTER =
  /Enter (?:start|learn|go on|answer|fixes|open|next|other fixes|choose|give a reason|open editor)(?: {2}|$)/m
const SIZES = [
  [80, 24],
  [50, 15],
  [120, 40],
  [200, 60],
  [64, 20],
  [41, 11],
  [30, 8],
  [14, 7],
  [100, 30],
] as const
const PASTES = [
  '\r\ry',
  'q',
  'rm -rf /\n',
  '\x1b[2J\x1b[3J\x07',
  '漢字 café',
  'x'.repeat(3000),
  '<script>\t</script>',
]

/** Returns a scenario that presses `count` random things in one project and fills the tally. */
export function monkey(seed: number, count: number, mode: Mode, tally: Tally): Scenario {
  return scenario(`monkey ${seed}`, stage => play(stage, seededRandom(seed), count, mode, tally))
}

/** Returns an empty tally. */
export function newTally(): Tally {
  return { keys: 0, pastes: 0, resizes: 0, frames: 0, starts: 0, screens: new Set() }
}

async function play(
  stage: Stage,
  random: () => number,
  count: number,
  mode: Mode,
  tally: Tally,
): Promise<void> {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const project = stage.project({
    ...CHAIN,
    ...SHOP,
    'web/価格/cafe\u0301 \x1b]0;x\x07.js': 'eval(req.query.x) // \x1b[2J 漢\u202e\n',
    'api/app.py':
      'import os\nfrom flask import request\n\n\ndef run():\n    os.system("ls " + request.args["path"])\n',
  })
  project.commitAll()
  const developer = stage.developer()
  const env = {
    EDITOR: 'true',
    PATH: pathWithProgram(stage.folder(), 'claude', editing('web/prices.js', 'eval(', 'Number(')),
  }
  await learnOneRule(stage, project, developer)
  const open = async () => {
    tally.starts += 1
    const app = await stage.open(project, { as: developer, env }).at(80, 24)
    await app.see('guardrail-coach')
    return app
  }
  let app = await open()
  let seen = app.raw().indexOf('\x1b[?1049h')
  let tree = treeOf(project.root)
  let recent: string[] = []
  for (let done = 0; done < count; ) {
    const batch: string[] = []
    let widest = app.terminal.terminal.cols
    while (batch.length < BATCH && !app.isOver()) {
      const dice = random()
      if (dice < 0.03) {
        tally.pastes += 1
        app.paste(pick(PASTES))
        batch.push('paste')
      } else if (dice < 0.06) {
        const [columns, rows] = pick(SIZES)
        tally.resizes += 1
        widest = Math.max(widest, columns)
        await app.resizeTo(columns, rows)
        batch.push(`${columns}x${rows}`)
      } else {
        const key = pickKey(random, pick)
        if (mode === 'look' && YES.includes(key) && !(await isHarmless(app, key, batch))) continue
        tally.keys += 1
        done += 1
        app.press(key)
        batch.push(key)
      }
    }
    if (!app.isOver()) await redraw(app, batch)
    tally.frames += 1
    recent = [...recent, ...batch].slice(-3 * BATCH)
    const trace = `after ${JSON.stringify(recent)}\n${app.screen()}`
    await checkScreen(app, tally, recent)
    // The bytes of a frame that is still coming are looked at with the next batch.
    const whole = app.raw().lastIndexOf(FRAME_END)
    const fault = faultInBytes(drawnOnly(app.raw().slice(seen, whole)), widest)
    assert.equal(fault, null, trace)
    seen = Math.max(seen, whole)
    tree = checkTree(project, tree, mode, recent, trace)
    if (app.isOver()) {
      const code = app.code() ?? 0
      assert.ok([0, 130].includes(code), `it ended with ${code} ${trace}`)
      await app.ends(code)
      app = await open()
      seen = app.raw().indexOf('\x1b[?1049h')
    }
  }
  app.press('ctrl+c', 'ctrl+c')
  await app.ends(130)
  checkTree(project, tree, mode, recent, 'at the end')
  checkHome(developer)
}

/** A rule to review from the start: the screens of rules and files have something to show. */
async function learnOneRule(stage: Stage, project: TempProject, developer: Developer): Promise<void> {
  const { out } = await stage.run(project, ['scan', '--json', 'web/prices.js'], { as: developer })
  const [finding] = JSON.parse(out).findings
  const choice = finding.fixes[0].id
  const { code, err } = await stage.run(project, ['fix', finding.fingerprint, '--choice', choice, '--yes'], {
    as: developer,
  })
  assert.equal(code, 0, err)
}

function pickKey(random: () => number, pick: <T>(items: readonly T[]) => T): string {
  const dice = random()
  if (dice < 0.25) return 'enter'
  if (dice < 0.27) return 'escape'
  if (dice < 0.274) return 'q'
  if (dice < 0.277) return 'ctrl+c'
  if (dice < 0.34) return pick(YES)
  if (dice < 0.4) return pick(NUMBERS)
  if (dice < 0.44) return pick(ODD)
  return dice < 0.72 ? pick(OPENERS) : pick(MOVES)
}

/** Draws everything again; what came before is told when it does not come. */
async function redraw(app: App, batch: readonly string[]): Promise<void> {
  await app.redraw().catch(error => {
    throw new Error(`${error.message}\nafter ${JSON.stringify(batch)}`)
  })
}

/** Whether Enter opens something now and changes nothing; the footer, which is held to tell what a key does, says so. */
async function isHarmless(app: App, key: string, batch: readonly string[]): Promise<boolean> {
  if (key !== 'enter' && key !== 'right') return false
  await redraw(app, batch)
  // Ctrl+L draws what was drawn last; what the keys before it brought may come a frame later.
  for (let before = ''; before !== app.screen() && !app.isOver(); ) {
    before = app.screen()
    await new Promise(resolve => setTimeout(resolve, FRAME_IS_DUE))
    if (!app.isOver()) await redraw(app, batch)
  }
  return !app.isOver() && HARMLESS_ENTER.test(app.screen())
}

/**
 * Header and footer are there, the row that stays free is free. On a busy machine the frame of a new size may take a
 * while, and once it was told to quit the coach saves and draws no more: what is wrong has to be wrong for ten seconds.
 */
async function checkScreen(app: App, tally: Tally, recent: readonly string[]): Promise<void> {
  let fault = faultOnScreen(app)
  for (let tries = 0; fault !== null && !app.isOver(); tries++) {
    assert.ok(tries < 50, `${fault} after ${JSON.stringify(recent)}\n${app.screen()}`)
    await new Promise(resolve => setTimeout(resolve, 200))
    if (!app.isOver()) await redraw(app, recent)
    fault = faultOnScreen(app)
  }
  if (!app.isOver()) tally.screens.add(screenName(app.terminal.lines()[0] ?? ''))
}

function faultOnScreen(app: App): string | null {
  const { cols, rows } = app.terminal.terminal
  const lines = app.terminal.lines()
  if (lines[rows - 1] !== '') return 'the last row is written on'
  if (cols < 40 || rows < 10) return null
  if (!/^ \S/.test(lines[0] ?? '')) return 'there is no header'
  return /^ \S+ \S/.test(lines[rows - 2] ?? '') ? null : 'there is no footer'
}

/** What a header calls the screen, its counts and the project left out. */
function screenName(header: string): string {
  const [title = '', step = ''] = header.trim().split(/ {2,}/)[0]?.split(' · ') ?? []
  return title === 'guardrail-coach' ? 'home' : `${title} ${step}`.replace(/\d+ of \d+/, '').trim()
}

function checkTree(
  project: TempProject,
  before: Readonly<Record<string, string>>,
  mode: Mode,
  recent: readonly string[],
  trace: string,
): Readonly<Record<string, string>> {
  const now = treeOf(project.root)
  const mayChange = mode === 'act' && recent.some(key => YES.includes(key))
  if (!mayChange) assert.deepEqual(now, before, trace)
  return now
}

/** The developer's home holds nothing but the coach's own folders. */
function checkHome({ home }: Developer): void {
  for (const folder of readdirSync(home)) {
    assert.ok(['config', 'data', 'state'].includes(folder), `${folder} in the home folder`)
    for (const name of readdirSync(join(home, folder))) assert.match(name, /^guardrail-coach/)
  }
}
