import { expect, test } from 'vitest'
import { fuzz } from '../adapters/scanner-embedded/fuzz.js'

/** Twenty thousand by default; SCANNER_FUZZ_COUNT and SCANNER_FUZZ_SEED choose another run. */
const COUNT = Number(process.env.SCANNER_FUZZ_COUNT ?? 20_000)
const SEED = Number(process.env.SCANNER_FUZZ_SEED ?? 1_000)

/** Inputs between two looks at what came of them. */
const ROUND = 500

/** Milliseconds of processor time for one file, fixes and the texts' own rules included. */
const LONGEST = 2_000

/** Bytes, at any time of the run: 256 MB of them the parser's, the rest what the engine lets lie before it collects it. */
const MOST_MEMORY = 1_500_000_000

test('twenty thousand broken files: no crash, no hang, bounded memory, and none leaves anything behind', async () => {
  let slowest = { time: 0, seed: 0 }
  let findings = 0
  let gaveUp = 0
  for (let done = 0; done < COUNT; done += ROUND) {
    const result = await fuzz(Math.min(ROUND, COUNT - done), SEED + done)
    expect(result.crashes).toEqual([])
    expect(result.differences).toEqual([])
    if (result.slowest > slowest.time) slowest = { time: result.slowest, seed: result.slowestSeed }
    findings += result.findings
    gaveUp += result.gaveUp
    expect(slowest.time, `seed ${slowest.seed}`).toBeLessThan(LONGEST)
    expect(mostMemory()).toBeLessThan(MOST_MEMORY)
    if ((done + ROUND) % 5_000 === 0)
      console.log({ done: done + ROUND, slowest, findings, gaveUp, memory: mostMemory() })
  }
  expect(gaveUp).toBeGreaterThan(0)
})

/** The most that this process ever had in memory. */
function mostMemory(): number {
  return process.resourceUsage().maxRSS * 1_024
}
