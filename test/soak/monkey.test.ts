import { describe, expect, test } from 'vitest'
import { whyNoPty } from '../e2e/driver.js'
import { monkey, newTally } from '../e2e/monkey.js'
import { playScenario } from '../e2e/stage.js'

/** Fifty thousand by default; MONKEY_KEYS and MONKEY_SEED choose another run. */
const KEYS = Number(process.env.MONKEY_KEYS ?? 50_000)
const SEED = Number(process.env.MONKEY_SEED ?? 1)
/** Keys in one project, before there is nothing left to mend in it. */
const ROUND = 2_500
const ROUNDS = Math.ceil(KEYS / ROUND)

const reason = await whyNoPty()
const tally = newTally()

describe.skipIf(reason !== null)('fifty thousand random keys, pastes and resizes', () => {
  for (let round = 0; round < ROUNDS; round++)
    test(`seed ${SEED + round}`, () =>
      playScenario(monkey(SEED + round, Math.min(ROUND, KEYS), round % 2 === 0 ? 'look' : 'act', tally)))

  test('the run is long enough and saw every kind of screen', () => {
    const screens = [...tally.screens].sort()
    process.stderr.write(`${JSON.stringify({ ...tally, screens })}\n`)
    expect(tally.keys).toBeGreaterThanOrEqual(KEYS)
    expect(screens.length).toBeGreaterThan(12)
  })
})
