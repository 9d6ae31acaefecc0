import { expect, test } from 'vitest'
import { whyNoPty } from './driver.js'
import { monkey, newTally } from './monkey.js'
import { playScenario } from './stage.js'

const reason = await whyNoPty()

// A sample of what `npm run soak` does with fifty thousand keys.
test.skipIf(reason !== null).for(['look', 'act'] as const)(
  'random keys, pastes and resizes (%s): every frame is whole, and nothing is written without a yes',
  { timeout: 120_000 },
  async mode => {
    const tally = newTally()
    await playScenario(monkey(7, 400, mode, tally))
    expect(tally.keys).toBeGreaterThanOrEqual(400)
    expect(tally.screens.size).toBeGreaterThanOrEqual(4)
  },
)
