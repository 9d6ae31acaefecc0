import './force-colour.js'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import { buildToolbox } from '../source/cli/build-toolbox.js'
import { copyDemo } from '../source/cli/copy-demo.js'
import { succeed } from '../source/core/problem.js'
import type { Toolbox } from '../source/ports/toolbox.js'
import { createMemoryPersonal } from '../test/support/memory-stores.js'
import { KEY, renderCoach } from '../test/tui/support/render-coach.js'
import { svgOfScreen } from './svg-of-screen.js'

// Draws every screen of the coach, on the demo project, to docs/screens/<name>.svg. What changes from run to run is
// held still: the clock, how long the scan took, when a line was changed. With --png FOLDER pictures for the eye are
// written as well, and with --size 50x15 for another window.

const NOW = '2026-11-23T12:00:00.000Z'

/** How the pictures are taken; `png` is the folder for pictures that a person looks at. */
type Options = { readonly columns: number; readonly rows: number; readonly png: string | null }

async function stillTools(): Promise<Toolbox> {
  const home = await mkdtemp(join(tmpdir(), 'guardrail-coach-screens-'))
  const root = await copyDemo()
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    EDITOR: 'vim',
  }
  const tools = await buildToolbox(root, {
    env,
    cwd: root,
    scanner: { engine: null, configs: [], allowNetwork: false, from: null },
  })
  if (!tools.ok) throw new Error(tools.problem.message)
  const personal = createMemoryPersonal()
  await personal.savePreferences({ ...(await personal.preferences()), seenWelcome: false })
  const { scanner } = tools.value
  return {
    ...tools.value,
    scanner: {
      ...scanner,
      scan: async request => {
        const report = await scanner.scan(request)
        return { ...report, stats: { ...report.stats, durationMs: 840 } }
      },
    },
    personal,
    clock: { now: () => NOW },
    git: {
      ...tools.value.git,
      lineAge: async () => ({
        at: '2026-11-02T09:00:00.000Z',
        commit: 'c0ffee0',
        subject: 'Search parcels by town',
      }),
    },
    editor: { name: 'vim', hasOwnWindow: () => false, open: async () => succeed(null) },
    assistants: { ...tools.value.assistants, installed: async () => [] },
  }
}

/** What stands on screen once a fix was tried, and after an answer, whatever it was. */
const TRIED = /tried|✓/
const ANSWERED = /Right\.|Not this one\.|Not quite/

/** Walks through the coach as a developer would and calls `take` at every screen. */
async function walk(
  tools: Toolbox,
  { columns, rows }: Options,
  take: (name: string, svg: string) => Promise<void>,
) {
  const coach = renderCoach(tools, { columns, rows })
  const shot = async (name: string, until: string | RegExp) => {
    await coach.until(until)
    await coach.idle()
    await take(name, svgOfScreen(coach.screen, `guardrail-coach: ${name.replaceAll('-', ' ')}`))
  }
  const goHome = async () => {
    coach.press('0')
    await coach.until('guardrail-coach ·')
  }
  await shot('welcome', 'May it keep its records here?')
  coach.press(KEY.enter)
  await shot('home', 'place')
  coach.press(KEY.enter)
  await shot('see', '▼')
  coach.press(KEY.enter)
  await shot('learn', '· lesson')
  coach.press(KEY.enter)
  await shot('check', '· question')
  coach.press('2')
  await shot('check-answered', ANSWERED)
  coach.press(KEY.enter)
  await shot('fix', TRIED)
  const { visit } = coach.session()
  const path = visit?.finding.path ?? ''
  const file = await tools.workspace.read(path)
  if (!file.ok) throw new Error(file.problem.message)
  const touched = await tools.workspace.write(path, `\n${file.value.text}`, file.value.hash)
  if (!touched.ok) throw new Error(touched.problem.message)
  coach.press(KEY.enter)
  await shot('verify', 'did not hold')
  coach.press(KEY.enter)
  await coach.until(TRIED)
  await coach.idle()
  coach.press('x')
  await shot('exempt', 'Why should')
  coach.press(KEY.enter)
  coach.press('only the nightly job calls it')
  await shot('exempt-reason', 'nightly job')
  coach.press(KEY.escape)
  coach.press(KEY.escape)
  await coach.until(TRIED)
  coach.press(KEY.enter)
  await shot('remember', 'NEVER')
  coach.press('w')
  coach.press('parcel numbers come from strangers')
  await shot('remember-words', 'strangers')
  coach.press(KEY.enter)
  await coach.idle()
  coach.press(KEY.enter)
  await shot('see-next', 'Kept')
  await goHome()
  coach.press('1')
  await shot('findings', 'Findings')
  coach.press('/')
  coach.press('sql')
  await shot('findings-filter', 'Filter')
  coach.press(KEY.escape)
  coach.press('2')
  await shot('rules', 'to review')
  coach.press('r')
  await shot('rules-retire', 'Why is it retired?')
  coach.press(KEY.escape)
  coach.press('p')
  await coach.until('Promoted')
  coach.press('v')
  await shot('files', 'Nothing is written yet')
  coach.press(KEY.enter)
  await shot('rules-synced', 'Written')
  coach.press('3')
  await shot('quiz-none', 'is due')
  coach.press('p')
  await shot('quiz', /^ . 1 {2}/m)
  coach.press('1')
  await shot('quiz-answered', ANSWERED)
  coach.press('?')
  await shot('help', 'Keys of this screen')
  coach.press('?')
  coach.press(KEY.escape)
  await goHome()
  coach.press('4')
  await shot('progress', 'Open findings')
  coach.leave()
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { png: { type: 'string' }, size: { type: 'string', default: '80x24' }, out: { type: 'string' } },
  })
  const [columns = 80, rows = 24] = values.size.split('x').map(Number)
  const out = resolve(values.out ?? 'docs/screens')
  const png = values.png === undefined ? null : resolve(values.png)
  for (const folder of [out, png ?? out]) await mkdir(folder, { recursive: true })
  await walk(await stillTools(), { columns, rows, png }, async (name, svg) => {
    await writeFile(join(out, `${name}.svg`), svg)
    if (png !== null)
      await writeFile(
        join(png, `${name}.png`),
        new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng(),
      )
  })
}

await main()
