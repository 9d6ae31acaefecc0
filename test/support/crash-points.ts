import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConfStore } from '../../source/adapters/store-conf/conf-store.js'
import type { Card, Review } from '../../source/core/quiz/card.js'
import { seededRandom } from '../../source/core/quiz/random.js'
import { sampleReviews } from './sample-reviews.js'

type Snapshot = { readonly log: Buffer; readonly file: string | null }

function snapshot(folder: string): Snapshot {
  return {
    log: readFileSync(join(folder, 'reviews.jsonl')),
    file: readFileSync(join(folder, 'coach.json'), 'utf8'),
  }
}

/** Returns the cards that a list of reviews leads to. */
export function cardsAfter(reviews: readonly Review[]): Record<string, Card> {
  return Object.fromEntries(reviews.map(review => [review.card, review.after]))
}

function restore(folder: string, log: Buffer, file: string | null, leftover: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'reviews.jsonl'), log)
  if (file !== null) writeFileSync(join(folder, 'coach.json'), file)
  writeFileSync(join(folder, 'coach.json.tmp-17'), leftover)
  // The lock of the killed process; as old as it is when the developer comes back.
  mkdirSync(join(folder, 'coach.lock'))
  utimesSync(join(folder, 'coach.lock'), 0, 0)
}

/**
 * Puts a store into the states in which a process can die while it saves a review: the log cut at any byte, the card
 * file old or new, a half-written temporary file and a lock left behind. Returns what went wrong at each of `count`
 * points: a card lost, or a next review that cannot be saved. Empty is good.
 */
export async function tryCrashPoints(
  folder: string,
  count: number,
  seed: number,
): Promise<readonly string[]> {
  const reviews = sampleReviews(60, seed)
  const snapshots: Snapshot[] = [{ log: Buffer.alloc(0), file: null }]
  const whole = createConfStore(join(folder, 'whole'))
  for (const review of reviews) {
    await whole.saveReview(review)
    snapshots.push(snapshot(join(folder, 'whole')))
  }
  const random = seededRandom(seed)
  const wrong: string[] = []
  for (let point = 0; point < count; point += 1) {
    const done = Math.floor(random() * (reviews.length - 1))
    const [before, after] = [snapshots[done], snapshots[done + 1]]
    const next = reviews[done + 1]
    if (!before || !after || !next) throw new Error('no such snapshot')
    const added = after.log.length - before.log.length
    const bytes = Math.floor(random() * (added + 1))
    const isLogged = bytes === added
    const file = isLogged && random() < 0.5 ? after.file : before.file
    const crashed = join(folder, 'crashed')
    restore(
      crashed,
      after.log.subarray(0, before.log.length + bytes),
      file,
      (after.file ?? '').slice(0, bytes),
    )
    const kept = reviews.slice(0, isLogged ? done + 1 : done)
    const name = `point ${point}: review ${done + 1}, byte ${bytes} of ${added}`
    const store = createConfStore(crashed)
    const sees = async (cards: Record<string, Card>, what: string) => {
      const found = JSON.stringify(
        Object.entries(Object.fromEntries(await createConfStore(crashed).cards())).toSorted(),
      )
      if (found !== JSON.stringify(Object.entries(cards).toSorted())) wrong.push(`${name}: ${what}`)
    }
    await sees(cardsAfter(kept), 'a card was lost')
    const saved = await store.saveReview(next)
    if (!saved.ok) wrong.push(`${name}: ${saved.problem.message}`)
    await sees(cardsAfter([...kept, next]), 'the next review was not kept')
    if (store.problems().length > 0) wrong.push(`${name}: ${store.problems()[0]?.message}`)
    if ((await store.reviews()).length !== kept.length + 1) wrong.push(`${name}: the log lost a line`)
  }
  return wrong
}
