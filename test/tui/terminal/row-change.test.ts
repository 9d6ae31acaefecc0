import xterm from '@xterm/headless'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paintFrame } from '../../../source/tui/terminal/paint-frame.js'
import { rowChange } from '../../../source/tui/terminal/row-change.js'

const COLUMNS = 40

/** Returns every cell of a screen after the bytes: its characters and how they look. */
async function cellsAfter(bytes: readonly string[]): Promise<readonly string[]> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: 3, allowProposedApi: true })
  for (const part of bytes) await new Promise<void>(resolve => terminal.write(part, resolve))
  const cells: string[] = []
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const cell = terminal.buffer.active.getLine(row)?.getCell(column)
      // An empty cell and a blank one look the same.
      const text = cell?.getChars() || ' '
      cells.push(`${text}${cell?.getFgColor()}${cell?.isBold()}${cell?.isDim()}${cell?.isInverse()}`)
    }
  }
  terminal.dispose()
  return cells
}

const change = (old: string, next: string, style = '') => rowChange(2, old, next, style).bytes

test('only the cells that differ are written', () => {
  expect(change('page.js:17', 'page.js:18')).toBe('\x1b[2;10H8')
  expect(change('a one, then very far a two', 'b one, then very far b two')).toBe('\x1b[2;1Hb\x1b[2;22Hb')
})

test('changes that are close together are written in one go', () => {
  expect(change('7 of 31', '8 of 32')).toBe('\x1b[2;1H8 of 32')
})

test('what a shorter row leaves behind is cleared, in no style', () => {
  expect(change('critical', 'high')).toBe('\x1b[2;1Hhigh\x1b[2;5H\x1b[0m\x1b[K')
})

test('behind a character whose width terminals disagree on, the whole rest is written', () => {
  expect(change('ab漢 17', 'ab漢 18')).toBe('\x1b[2;2Hb漢 18\x1b[0m\x1b[K')
  expect(change('17 漢', '18 漢')).toBe('\x1b[2;2H8')
})

test('what is written looks as it would in the whole row, with no code more than it takes', () => {
  const styled = (text: string) => `\x1b[31m\x1b[1mbad\x1b[22m place ${text}\x1b[39m`
  expect(rowChange(1, styled('one'), styled('two'), '')).toEqual({
    bytes: '\x1b[1;11H\x1b[31mtwo',
    style: '31',
  })
  expect(rowChange(1, styled('one'), styled('two'), '31').bytes).toBe('\x1b[1;11Htwo')
})

test('after any number of changes the screen is the same as if the last frame had been written whole', async () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b',
      ' ',
      'word ',
      'é',
      'e\u0301',
      '漢',
      '👩‍💻',
      '\x1b[31m',
      '\x1b[36m',
      '\x1b[90m',
      '\x1b[2m',
      '\x1b[0m',
      '\x1b[39m',
      '\x1b[1m',
      '\x1b[22m',
      '\x1b[7m',
      '\x1b[27m',
    ],
  )
  const row = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''))
  const frames = fc.array(fc.array(row, { maxLength: 3 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(frames, async all => {
      const steps = all.map((frame, index) => paintFrame(all[index - 1] ?? null, frame))
      const whole = paintFrame(null, all.at(-1) ?? [])
      expect(await cellsAfter(steps)).toEqual(await cellsAfter([whole]))
    }),
    { numRuns: 300, seed: 5 },
  )
})
