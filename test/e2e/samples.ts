import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathWithProgram } from '../support/fake-program.js'
import type { TempProject } from '../support/temp-project.js'
import type { App } from './driver.js'
import type { Developer, Stage } from './stage.js'

/** A small project with one finding that our own rules mend: code injection. */
export const PRICES = [
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
].join('\n')

const PACKAGE = '{ "name": "shop", "dependencies": { "express": "^4.18.0", "pg": "^8.0.0" } }\n'

/** One finding. */
export const STALL: Readonly<Record<string, string>> = { 'package.json': PACKAGE, 'web/prices.js': PRICES }

/** Findings of two kinds. */
export const SHOP: Readonly<Record<string, string>> = {
  ...STALL,
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

/** Three findings of one kind, in two files. */
export const CHAIN: Readonly<Record<string, string>> = {
  'package.json': PACKAGE,
  'web/prices.js': PRICES,
  'web/rebates.js': [
    "const router = require('express').Router()",
    "router.post('/rebate', (req, res) => res.json(eval(req.body.rule)))",
    "router.post('/tax', (req, res) => res.json(eval(req.body.rate)))",
    'module.exports = router',
    '',
  ].join('\n'),
}

/** Says yes on the first run and waits for the findings. */
export async function begin(app: App): Promise<App> {
  await app.see('May it keep its records here?')
  await app.press('enter').see('Enter start', /\d+ findings? in/)
  return app
}

/** From the first run to the first finding. */
export async function openFinding(app: App, shown: string | RegExp = 'eval(req.body.formula)'): Promise<App> {
  await begin(app)
  await app.press('enter').see(shown, 'Enter learn')
  return app
}

/** From the first run to the fixes of the first finding, tried. */
export async function openFixes(app: App): Promise<App> {
  await openFinding(app)
  await app.press('f').see('tried: parses, finding gone')
  return app
}

/** From the first run to the rule that the first fix teaches. */
export async function applyFix(app: App): Promise<App> {
  await openFixes(app)
  await app.press('enter').see('Fixed and checked', 'NEVER')
  return app
}

/** From the first run to a rule that was kept, at home. */
export async function keepRule(app: App): Promise<App> {
  await applyFix(app)
  const next = await app.press('enter').see('Kept as a candidate', /Enter (?:learn|start)/)
  if (next.includes('Enter learn')) await app.press('escape').see('Enter start')
  return app
}

/** From the first run to a promoted rule, on the rules screen. */
export async function promoteRule(app: App): Promise<App> {
  await keepRule(app)
  await app.press('2').see('1 to review', 'detector')
  await app.press('p').see('Promoted')
  return app
}

/** Returns an EDITOR that runs some lines of JavaScript; `path` is the file that was opened, `text` what it held. */
export function editorThat(project: TempProject, script: string): string {
  project.write(
    'editor.mjs',
    `import { readFileSync, writeFileSync } from 'node:fs'\nconst path = process.argv.at(-1)\nconst text = readFileSync(path, 'utf8')\n${script}\n`,
  )
  return `${process.execPath} editor.mjs`
}

/** Returns every file of a folder with its text and mode, so that any change can be told; `.git` is left out. */
export function treeOf(root: string): Readonly<Record<string, string>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !/[\\/]\.git[\\/]/.test(path))
    .sort()
  return Object.fromEntries(
    entries.map(path => [
      relative(root, path),
      `${statSync(path).mode.toString(8)} ${readFileSync(path, 'latin1')}`,
    ]),
  )
}

/** Which question a card is asked next, by how often it was asked and which formats were answered right (lessons.md §2.5). */
const NEXT_FORMAT = {
  'choose-the-fix': { reps: 0, formatsRight: [] },
  'spot-the-line': { reps: 1, formatsRight: [] },
  'predict-the-exploit': { reps: 2, formatsRight: [] },
  'still-vulnerable': { reps: 3, formatsRight: [] },
  'fill-the-hole': { reps: 4, formatsRight: ['order-the-steps'] },
  'order-the-steps': { reps: 4, formatsRight: ['fill-the-hole'] },
} as const

/** Returns a developer who has met these weaknesses in JavaScript and is due for all of them, with questions of one format. */
export async function withCards(
  stage: Stage,
  weaknesses: readonly string[],
  format: keyof typeof NEXT_FORMAT = 'spot-the-line',
): Promise<Developer> {
  const developer = stage.developer()
  const folder = stage.folder()
  const cards = weaknesses.map(weakness => ({
    id: `${weakness}/javascript`,
    weakness,
    family: 'javascript',
    due: '2026-01-04T00:00:00.000Z',
    lastReview: '2026-01-01T00:00:00.000Z',
    stability: 2.3065,
    difficulty: 2.11810397,
    lapses: 0,
    state: 'review',
    scheduledDays: 3,
    lastItem: '',
    ...NEXT_FORMAT[format],
  }))
  const data = {
    schemaVersion: 1,
    cards: Object.fromEntries(cards.map(card => [card.id, card])),
    logBytes: 0,
    preferences: { theme: 'auto', seenWelcome: true },
    bookmarks: {},
    disputes: {},
  }
  writeFileSync(join(folder, 'coach.json'), JSON.stringify(data))
  writeFileSync(join(folder, 'reviews.jsonl'), '')
  const { code, err } = await stage.run({ root: folder }, ['quiz', '--import', folder], { as: developer })
  if (code !== 0) throw new Error(err)
  return developer
}

/** Returns `count` files with a finding each. */
export function crowd(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`area${index % 7}/page${index}.js`, PRICES]),
  )
}

/** A question that is on screen, or the end of the quiz. */
export const QUESTION = /^ . 1 {2}|Your answer:|p practise/m

/** Answers the question on screen, whatever its kind, and waits for what the coach says of it. */
export async function answerAnyhow(app: App, screen: string): Promise<void> {
  if (screen.includes('Your answer:')) await app.type('x').press('enter').see('Enter next')
  else {
    // A slip ("not counted") is told and asked again: then the next number is the answer.
    let picked = await app.press('1').see(/Enter next|step 1|Not counted/)
    for (const number of ['2', '3', '4']) {
      if (!picked.includes('Not counted')) break
      picked = await app.press(number).see(/Enter next|step 1|Not counted/)
    }
    if (picked.includes('step 1')) await app.press('2', '3', '4', '5', '6', '7', 'enter').see('Enter next')
  }
}

/** Returns a script that edits a file as an assistant would. */
export function editing(path: string, from: string, to: string): string {
  return `const fs = require('node:fs')
fs.writeFileSync('${path}', fs.readFileSync('${path}', 'utf8').replace(${JSON.stringify(from)}, ${JSON.stringify(to)}))
`
}

/** Opens the first finding's fixes with a fake assistant on PATH, up to the question whether it may be asked. */
export async function atTheAssistant(stage: Stage, script: string) {
  const project = stage.project(SHOP)
  project.commitAll()
  const copies = stage.folder()
  const env = { PATH: pathWithProgram(stage.folder(), 'claude', script), TMPDIR: copies }
  const app = await stage.open(project, { env }).at(80, 24)
  await openFinding(app)
  const fixes = await app.press('f').see('Ask Claude Code to write it')
  await app.press(/(\d) {2}Ask Claude/.exec(fixes)?.[1] ?? '0').see('Shows what Claude Code would be asked')
  await app.press('enter').see('Ask Claude Code to write the fix?')
  return { project, app, copies }
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Returns the shop with a test script, so that there is something to propose. */
export function shopWithTests(stage: Stage, script: string): TempProject {
  const project = stage.project({
    ...SHOP,
    'package.json': `{ "name": "shop", "scripts": { "test": "node check.js" }, "dependencies": { "express": "^4.18.0" } }\n`,
    'check.js': script,
  })
  project.commitAll()
  return project
}

/** From the first run to the question whether the project's tests may run on the first fix. */
export async function atTheTests(stage: Stage, project: TempProject): Promise<App> {
  const app = await stage.open(project).at(80, 24)
  await openFixes(app)
  await app.press('enter').see('test: node check.js')
  return app
}

/** Resolves once `isSo` is true; for what no screen shows. Rejects after ten seconds. */
export async function eventually(isSo: () => boolean): Promise<void> {
  const start = performance.now()
  while (!isSo()) {
    if (performance.now() - start > 10_000) throw new Error('It never came about.')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Opens the first finding's fixes and waits, without an editor unless `env` names one, for a save of its file. */
export async function atTheEdit(stage: Stage, env: Readonly<Record<string, string>> = {}) {
  const project = stage.project(STALL)
  const app = await stage.open(project, { env }).at(80, 24)
  await openFinding(app)
  const fixes = await app.press('f').see('tried: parses, finding gone')
  await app.press(/(\d) {2}Edit it myself/.exec(fixes)?.[1] ?? '0').see('Shows the pattern and waits')
  await app.press('enter').see('Waiting for a save of web/prices.js, line 5.')
  return { project, app }
}
