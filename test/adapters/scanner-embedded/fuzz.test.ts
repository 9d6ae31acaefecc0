import { expect, test } from 'vitest'
import { fuzz } from './fuzz.js'

test('broken code never breaks the scanner (a sample; the long run is in the soak tests)', async () => {
  const { crashes, findings } = await fuzz(150, 1)
  expect(crashes).toEqual([])
  expect(findings).toBeGreaterThan(0)
})
