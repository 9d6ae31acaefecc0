import { createFsrsScheduler } from '../../source/adapters/scheduler-fsrs/fsrs-scheduler.js'
import type { Card, Grade, Review } from '../../source/core/quiz/card.js'
import { addDays } from '../../source/core/quiz/day.js'
import { seededRandom } from '../../source/core/quiz/random.js'

const START = '2026-01-05T09:00:00.000Z'
const WEAKNESSES = ['sql-injection', 'xss', 'path-traversal', 'ssrf', 'command-injection']
const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'good']

/** Returns a plausible review of a card. */
export function sampleReview(after: Card, changes: Partial<Review> = {}): Review {
  return {
    at: START,
    card: after.id,
    item: `${after.weakness}/1`,
    format: 'choose-the-fix',
    ok: true,
    sure: true,
    ms: 4000,
    grade: 'good',
    source: 'quiz',
    seed: 1,
    misconception: '',
    before: null,
    after,
    ...changes,
  }
}

/** Returns `count` reviews of a few cards over time, the same for the same seed. */
export function sampleReviews(count: number, seed: number): readonly Review[] {
  const scheduler = createFsrsScheduler()
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const cards = new Map<string, Card>()
  let at = START
  return Array.from({ length: count }, (_, index) => {
    at = addDays(at, random() * 3)
    const weakness = pick(WEAKNESSES)
    const before = cards.get(weakness) ?? scheduler.createCard(weakness, 'javascript', at)
    const grade = pick(GRADES)
    const after = scheduler.review(before, grade, at)
    cards.set(weakness, after)
    return sampleReview(after, { at, grade, ok: grade !== 'again', before, seed: index })
  })
}
