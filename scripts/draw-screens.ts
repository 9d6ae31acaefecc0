import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Resvg } from '@resvg/resvg-js'
import { recordSession, takePictures } from '../test/e2e/pictures.js'
import { type Frame, frameOf, svgOfFrames, svgOfScreen, titleOf } from './svg-of-screen.js'

// Draws every screen of the built program on the demo project to docs/screens/<name>.svg, and a session that
// moves to session.svg; the same bytes at every run.
// With --png FOLDER pictures for the eye are written as well, with --out FOLDER the SVGs go elsewhere, with --size 50x15
// for another window, and --text prints the screens.

const { values } = parseArgs({
  options: {
    png: { type: 'string' },
    size: { type: 'string', default: '80x24' },
    out: { type: 'string' },
    text: { type: 'boolean' },
  },
})
const [columns = 80, rows = 24] = values.size.split('x').map(Number)
const out = resolve(values.out ?? 'docs/screens')
const png = values.png === undefined ? null : resolve(values.png)
for (const folder of [out, png ?? out]) await mkdir(folder, { recursive: true })

const drawn = new Set<string>()
await takePictures({ columns, rows }, async (name, screen) => {
  const svg = svgOfScreen(screen, titleOf(name))
  drawn.add(`${name}.svg`)
  await writeFile(join(out, `${name}.svg`), svg)
  if (png !== null)
    await writeFile(
      join(png, `${name}.png`),
      new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng(),
    )
  if (values.text) process.stdout.write(`--- ${name}\n${screen.text()}\n`)
})

const frames: Frame[] = []
let last: Parameters<typeof frameOf>[0] | null = null
await recordSession({ columns, rows }, (screen, seconds) => {
  frames.push(frameOf(screen, seconds))
  last = screen
})
if (last !== null)
  await writeFile(join(out, 'session.svg'), svgOfFrames(last, frames, 'guardrail-coach: a session'))

// A picture of a screen that is no more would be a lie.
for (const name of await readdir(out))
  if (/^[a-z-]+\.svg$/.test(name) && !drawn.has(name) && name !== 'session.svg') await rm(join(out, name))
