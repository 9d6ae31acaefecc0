import { expect, test } from 'vitest'
import { fuzzyScore } from '../../../source/core/text/fuzzy.js'

const best = (typed: string, names: readonly string[]) =>
  names
    .map(name => ({ name, score: fuzzyScore(typed, name) }))
    .filter(({ score }) => score !== null)
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .map(({ name }) => name)

test('letters have to stand in order, in any case', () => {
  expect(fuzzyScore('opf', 'Open file')).not.toBeNull()
  expect(fuzzyScore('OPF', 'open file')).toBe(fuzzyScore('opf', 'Open File'))
  expect(fuzzyScore('fpo', 'open file')).toBeNull()
  expect(fuzzyScore('openx', 'open file')).toBeNull()
})

test('the beginnings of words and letters in a row count more', () => {
  expect(best('sf', ['miss off', 'see files'])).toEqual(['see files', 'miss off'])
  expect(best('fix', ['find in text x', 'other fixes'])).toEqual(['other fixes', 'find in text x'])
})

test('every word typed has to fit, in any order', () => {
  expect(fuzzyScore('file see', 'see files')).not.toBeNull()
  expect(fuzzyScore('see quiz', 'see files')).toBeNull()
  expect(fuzzyScore('  ', 'see files')).toBe(0)
})
