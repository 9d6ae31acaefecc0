import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { keepDrawnLines } from '../../scripts/patch-ink.js'
import { TOP } from '../support/built.js'
import { createTempFolder } from '../support/temp-project.js'

type Writing = { readonly transformers: readonly ((line: string) => string)[] }
type Frame = {
  readonly caches: object
  readonly write: (x: number, y: number, text: string, options: Writing) => void
  readonly clip: (clip: object) => void
  readonly unclip: () => void
  readonly get: () => { readonly output: string; readonly height: number }
}
type MakeFrame = new (size: { readonly width: number; readonly height: number }) => Frame

const FOLDER = join(TOP, 'node_modules/ink/build')

async function frameOf(change: (source: string) => string): Promise<MakeFrame> {
  const source = change(await readFile(join(FOLDER, 'output.js'), 'utf8'))
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: FOLDER },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  const file = join(createTempFolder(), 'output.mjs')
  await writeFile(file, outputFiles[0]?.contents ?? '')
  return (await import(pathToFileURL(file).href)).default
}

const LINES = [
  'plain',
  '\u001b[31mred\u001b[39m and \u001b[1mbold\u001b[22m',
  '漢字 wide',
  'é 👩‍👩‍👧',
  '  gap  ',
]

function draw(Output: MakeFrame, turn: number): string {
  const frame = new Output({ width: 24, height: 6 })
  const transformers = turn % 2 === 0 ? [] : [(line: string) => `\u001b[7m${line}\u001b[27m`]
  frame.clip({ x1: 0, x2: 14, y1: 0, y2: 5 })
  for (const [index, line] of LINES.entries())
    frame.write(index + turn, index, `${line} ${turn % 3}`, { transformers })
  frame.unclip()
  return frame.get().output
}

test('a frame drawn with what is known of the last one is the frame that Ink draws', async () => {
  const [own, ink] = await Promise.all([frameOf(keepDrawnLines), frameOf(source => source)])
  for (let turn = 0; turn < 12; turn++) expect(draw(own, turn)).toBe(draw(ink, turn))
  expect(draw(own, 1)).toBe(draw(ink, 1))
})

test('lines stay known from frame to frame, until they are too many', async () => {
  const Output = await frameOf(keepDrawnLines)
  const size = { width: 20, height: 1 }
  const [first, second] = [new Output(size), new Output(size)]
  expect(second.caches).toBe(first.caches)
  for (let line = 0; line < 500; line++) first.write(0, 0, `line ${line}`, { transformers: [] })
  first.get()
  expect(new Output(size).caches).not.toBe(first.caches)
})

test('an Ink that was changed there stops the build', () => {
  expect(() => keepDrawnLines('export default class Output {}')).toThrow('is another than')
})
