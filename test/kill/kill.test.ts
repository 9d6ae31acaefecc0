import { expect, test } from 'vitest'
import { killAndCheck } from '../support/kill-runs.js'

test('killed at ten moments while it fixes and syncs, every file is old or new and the next start works', async () => {
  const { kills, inWrite } = await killAndCheck(10, 20261123)
  expect(kills).toBe(10)
  // Were the process never killed inside a write, the check would prove nothing.
  expect(inWrite).toBeGreaterThan(0)
}, 180_000)
