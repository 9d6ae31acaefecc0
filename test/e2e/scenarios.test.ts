import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { whyNoPty } from './driver.js'
import { clearShared, playScenario, type Scenario } from './stage.js'

/** Milliseconds a whole scenario may take on a busy machine. */
const PATIENCE = 120_000

// Each scenario waits for a program of its own most of the time.
vi.setConfig({ maxConcurrency: 4 })

const reason = await whyNoPty()
if (reason) process.stderr.write(`The terminal scenarios are skipped: ${reason}\n`)

const FOLDER = join(import.meta.dirname, 'scenarios')
const files = readdirSync(FOLDER).filter(name => name.endsWith('.ts'))

test('each file holds one scenario', async () => {
  expect(files.length).toBeGreaterThanOrEqual(60)
  for (const file of files) expect(Object.keys(await import(join(FOLDER, file))), file).toHaveLength(1)
})

describe.skipIf(reason !== null).concurrent('in a real terminal', { timeout: PATIENCE }, () => {
  afterAll(clearShared)
  for (const file of files)
    test(file.replace('.ts', ''), async () => {
      const [scenario] = Object.values((await import(join(FOLDER, file))) as Record<string, Scenario>)
      if (scenario) await playScenario(scenario)
    })
})
