import { expect, test } from 'vitest'
import { fuzzReports } from '../../support/report-fuzz.js'

test('200 mutated reports give a clear refusal or a partial import, never a crash (5,000 in the soak run)', async () => {
  const outcome = await fuzzReports(200, 1)
  expect(outcome.failures).toEqual([])
  expect(outcome.imported).toBeGreaterThan(20)
  expect(outcome.refused).toBeGreaterThan(5)
})
