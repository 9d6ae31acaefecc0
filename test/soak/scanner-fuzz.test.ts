import { expect, test } from 'vitest'
import { fuzz } from '../adapters/scanner-embedded/fuzz.js'

/** Twenty thousand by default; SCANNER_FUZZ_COUNT and SCANNER_FUZZ_SEED choose another run. */
const COUNT = Number(process.env.SCANNER_FUZZ_COUNT ?? 20_000)
const SEED = Number(process.env.SCANNER_FUZZ_SEED ?? 1_000)

/** Inputs between two looks at memory. */
const ROUND = 1_000

/** The limit for one file is two seconds; the rest is for a rule or a parse that is just at work when it passes. */
const LONGEST = 4_000
const MOST_MEMORY = 1_500_000_000

test('twenty thousand broken files: no crash, no hang, bounded memory', async () => {
  let slowest = { time: 0, seed: 0 }
  let findings = 0
  let gaveUp = 0
  for (let done = 0; done < COUNT; done += ROUND) {
    const result = await fuzz(Math.min(ROUND, COUNT - done), SEED + done)
    expect(result.crashes).toEqual([])
    if (result.slowest > slowest.time) slowest = { time: result.slowest, seed: result.slowestSeed }
    findings += result.findings
    gaveUp += result.gaveUp
    expect(process.memoryUsage().rss).toBeLessThan(MOST_MEMORY)
  }
  console.log({ count: COUNT, slowest, findings, gaveUp, rss: process.memoryUsage().rss })
  expect(slowest.time).toBeLessThan(LONGEST)
})
