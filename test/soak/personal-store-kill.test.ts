import { spawn } from 'node:child_process'
import { existsSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { createConfStore } from '../../source/adapters/store-conf/conf-store.js'
import { seededRandom } from '../../source/core/quiz/random.js'
import { cardsAfter, tryCrashPoints } from '../support/crash-points.js'
import { sampleReviews } from '../support/sample-reviews.js'
import { createTempFolder } from '../support/temp-project.js'

const KILLS = 1000
const ROUND = 400

test('no card is lost at a thousand cut-off points', async () => {
  expect(await tryCrashPoints(createTempFolder(), 1000, 11)).toEqual([])
})

/** Runs the writer, kills it after some milliseconds of writing, and returns the last review it called safe. */
async function writeUntilKilled(script: string, args: readonly string[], after: number): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  const started = new Promise<void>(resolve => {
    child.stdout.on('data', (data: Buffer) => {
      told += data.toString()
      resolve()
    })
    child.once('exit', () => resolve())
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  await started
  await wait(after)
  child.kill('SIGKILL')
  await ended
  return Number(told.trimEnd().split('\n').at(-1) ?? 0)
}

test('no card is lost when the process is killed a thousand times while it saves', async () => {
  const folder = createTempFolder()
  const script = join(folder, 'write-reviews.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, '../support/write-reviews.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  })
  const random = seededRandom(3)
  let [kills, round, safe] = [0, 0, 0]
  while (kills < KILLS) {
    const home = join(folder, `home-${round}`)
    const reviews = sampleReviews(ROUND, round)
    const told = await writeUntilKilled(
      script,
      [home, String(safe), String(ROUND), String(round)],
      random() * 40,
    )
    kills += 1
    // The developer comes back later: the lock of the killed process is old by then.
    if (existsSync(join(home, 'coach.lock'))) utimesSync(join(home, 'coach.lock'), 0, 0)
    const store = createConfStore(home)
    const logged = await store.reviews()
    expect(logged.length).toBeGreaterThanOrEqual(Math.max(told, safe))
    expect(logged).toEqual(reviews.slice(0, logged.length))
    expect(Object.fromEntries(await store.cards())).toEqual(cardsAfter(logged))
    expect(store.problems()).toEqual([])
    safe = logged.length
    if (safe >= ROUND) [round, safe] = [round + 1, 0]
  }
})
