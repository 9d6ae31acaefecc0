import { expect, test } from 'vitest'
import { killAndCheck } from '../support/kill-runs.js'

test('killed at a hundred moments while it fixes and syncs, every file is old or new', async () => {
  const tally = await killAndCheck(100, 7)
  process.stderr.write(`${JSON.stringify(tally)}\n`)
  expect(tally.inWrite).toBeGreaterThan(10)
})
