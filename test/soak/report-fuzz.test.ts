import { expect, test } from 'vitest'
import { fuzzReports } from '../support/report-fuzz.js'

test('5,000 mutated reports give a clear refusal or a partial import, never a crash', async () => {
  const outcome = await fuzzReports(5_000, 10_000)
  expect(outcome.failures).toEqual([])
  expect(outcome.imported + outcome.refused).toBe(5_000)
})
