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
      cells.push(`${text}${cell?.getFgColor()}${cell?.isBold()}${cell?.isInverse()}`)
    }
  }
  terminal.dispose()
  return cells
}

test('the start that two rows share is not written again', () => {
  expect(rowChange(2, 'critical  page.js:7', 'critical  page.js:12')).toBe('\x1b[2;19H12\x1b[0m\x1b[K')
})

test('what is written looks as it would in the whole row', () => {
  const styled = (text: string) => `\x1b[31m\x1b[1mbad\x1b[22m place ${text}\x1b[39m`
  expect(rowChange(1, styled('one'), styled('two'))).toBe(
    '\x1b[1;11H\x1b[31m\x1b[1m\x1b[22mtwo\x1b[39m\x1b[0m\x1b[K',
  )
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
