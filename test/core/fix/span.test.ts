import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hunksBetween } from '../../../source/adapters/system/hunks-between.js'
import { spansOf, takeBackSpans } from '../../../source/core/fix/span.js'

const spans = (before: string, after: string) => spansOf(before, after, hunksBetween(before, after))

test('taking back what was changed gives the text before, byte for byte, whatever the line ends', () => {
  const line = fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd', '  e\n', 'a\n')
  const text = fc.array(line, { maxLength: 14 }).map(lines => lines.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const back = takeBackSpans(after, spans(before, after))
      // Where a place cannot be told from another it is refused, never guessed wrongly.
      expect(back === null || back === before).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

const FILE = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('')
const FIXED = FILE.replace('line 10\n', 'mended 10\n')

test('other changes of the file stay', () => {
  const changed = FIXED.replace('line 2\n', 'new\nline 2\n').replace('line 25\n', '')
  expect(takeBackSpans(changed, spans(FILE, FIXED))).toBe(
    FILE.replace('line 2\n', 'new\nline 2\n').replace('line 25\n', ''),
  )
})

test('a neighbour that was changed is no hindrance, the line itself is', () => {
  const near = FIXED.replace('line 9\n', 'nine\n')
  expect(takeBackSpans(near, spans(FILE, FIXED))).toBe(FILE.replace('line 9\n', 'nine\n'))
  expect(takeBackSpans(FIXED.replace('mended 10', 'more'), spans(FILE, FIXED))).toBeNull()
})

test('a place that looks like another is not guessed', () => {
  const twice = `${'top\n'.repeat(5)}${FIXED.replace('line 9\n', '').replace('line 11\n', '')}mended 10\n`
  expect(takeBackSpans(twice, spans(FILE, FIXED))).toBeNull()
})
