import { expect, test } from 'vitest'
import { overlap } from '../../../../source/adapters/scanner-embedded/scan/overlap.js'

test('every item is worked on once, several at a time', async () => {
  const started: number[] = []
  let under = 0
  let most = 0
  await overlap(
    Array.from({ length: 30 }, (_, i) => i),
    async item => {
      started.push(item)
      most = Math.max(most, ++under)
      await Promise.resolve()
      under--
    },
  )
  expect(started).toEqual(Array.from({ length: 30 }, (_, i) => i))
  expect(most).toBe(8)
})

test('after a failure nothing more is started', async () => {
  const started: number[] = []
  const work = overlap(
    Array.from({ length: 30 }, (_, i) => i),
    async item => {
      started.push(item)
      if (item === 3) throw new Error('no')
      await Promise.resolve()
    },
  )
  await expect(work).rejects.toThrow('no')
  await Promise.resolve()
  expect(started.length).toBeLessThanOrEqual(9)
})
