import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interleave } from '../../../source/core/quiz/interleave.js'

const groups = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 })

test('no two neighbours share a group whenever that is possible, and nothing is lost', () => {
  fc.assert(
    fc.property(groups, items => {
      const ordered = interleave(items, item => item)
      expect(ordered.toSorted()).toEqual(items.toSorted())
      const most = Math.max(0, ...['a', 'b', 'c', 'd'].map(one => items.filter(item => item === one).length))
      if (most > Math.ceil(items.length / 2)) return
      expect(ordered.filter((item, index) => index > 0 && item === ordered[index - 1])).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the given order stays where it can', () => {
  expect(interleave(['a1', 'b1', 'a2', 'c1'], item => item.charAt(0))).toEqual(['a1', 'b1', 'a2', 'c1'])
  expect(interleave(['a1', 'a2', 'b1', 'c1'], item => item.charAt(0))).toEqual(['a1', 'b1', 'a2', 'c1'])
})
