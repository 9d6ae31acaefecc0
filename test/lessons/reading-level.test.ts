import { expect, test } from 'vitest'
import { readingGrade, wordsOf } from './reading-level.js'

test('words are what holds a letter or digit', () => {
  expect(wordsOf('A value -> `x` ends; the rest (all 12) runs.')).toHaveLength(9)
})

test('the grade follows the formula: short words low, long words high', () => {
  // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
  expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(-1.45, 2)
  expect(readingGrade('Inadequate authentication facilitates unauthorised administration.')).toBeGreaterThan(
    20,
  )
})

test('code in backticks counts as one easy word', () => {
  expect(readingGrade('Use `authenticationConfigurationProvider()` here.')).toBe(
    readingGrade('Use code here.'),
  )
})
