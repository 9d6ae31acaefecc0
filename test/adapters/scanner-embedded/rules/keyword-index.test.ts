import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexKeywords } from '../../../../source/adapters/scanner-embedded/rules/keyword-index.js'

test('each word is found wherever it occurs, inside other words too', () => {
  const find = indexKeywords(['he', 'she', 'hers', 'exec', 'x'], 0)
  expect([...find('ushers')]).toEqual([1, 1, 1, 0, 0])
  expect([...find('child.execSync(é)')]).toEqual([0, 0, 0, 1, 1])
  expect([...find('')]).toEqual([0, 0, 0, 0, 0])
})

test('a word beyond ASCII always counts as found', () => {
  expect([...indexKeywords(['é', 'e'], 0)('abc')]).toEqual([1, 0])
})

test('the answer is that of includes, for any words and text', () => {
  const letters = fc
    .string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 4 })
    .filter(word => word !== '')
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 40 }),
      (words, text) => {
        for (const worth of [0, 1_000]) {
          const found = indexKeywords(words, worth)(text)
          expect(words.map((_, i) => found[i] === 1)).toEqual(words.map(word => text.includes(word)))
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})
