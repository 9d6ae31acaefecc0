import { expect, test } from 'vitest'
import { count, digits } from '../../../source/core/text/words.js'

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_345, '12,345'],
  [1_234_567, '1,234,567'],
  [-1_000, '-1,000'],
])('%d is written %s, as the locale would', (number, text) => {
  expect(digits(number)).toBe(text)
  expect(digits(number)).toBe(number.toLocaleString('en'))
})

test('a count has its noun', () => {
  expect([count(1, 'file'), count(2, 'file'), count(1_000, 'match', 'matches')]).toEqual([
    '1 file',
    '2 files',
    '1,000 matches',
  ])
})
