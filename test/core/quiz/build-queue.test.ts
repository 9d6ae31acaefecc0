import { describe, expect, test } from 'vitest'
import { buildQueue, newCardsLeft } from '../../../source/core/quiz/build-queue.js'
import type { Card } from '../../../source/core/quiz/card.js'
import type { QuizRequest } from '../../../source/core/quiz/quiz-session.js'
import { sampleCard, sampleQuizCard } from '../../support/quiz-samples.js'
import { sampleReview } from '../../support/sample-reviews.js'

const NOW = '2026-11-23T12:00:00.000Z'
const request: QuizRequest = { mode: 'due', topic: null, seed: 1 }

function candidate(name: string, recall: number, changes: Partial<Card> = {}, owasp = name) {
  return { card: sampleQuizCard(sampleCard(name, changes), ['choose-the-fix'], owasp), recall }
}

const many = Array.from({ length: 30 }, (_, index) => candidate(`w${index}`, index / 30))
const cardsOf = (built: ReturnType<typeof buildQueue>) =>
  built.queue.map(entry => entry.card.replace('/javascript', ''))

describe('the queue', () => {
  test('holds the five most nearly forgotten by default, and says how many wait', () => {
    const built = buildQueue(many.toReversed(), request, [], NOW)
    expect(cardsOf(built)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4'])
    expect(built.waiting).toBe(25)
  })

  test('holds everything due with --all', () => {
    expect(buildQueue(many, { ...request, mode: 'all' }, [], NOW).queue).toHaveLength(30)
  })

  test('asks a card on its day, whatever the hour, and not before', () => {
    const today = candidate('today', 0.9, { due: '2026-11-23T23:59:00.000Z' })
    const tomorrow = candidate('tomorrow', 0.9, { due: '2026-11-24T00:00:00.000Z' })
    expect(cardsOf(buildQueue([today, tomorrow], request, [], NOW))).toEqual(['today'])
  })

  test('leaves out what was graded today, and cards without questions', () => {
    const graded = candidate('graded', 0.1, { lastReview: '2026-11-23T01:00:00.000Z' })
    const empty = { ...candidate('empty', 0.1), card: { ...candidate('empty', 0.1).card, items: [] } }
    expect(buildQueue([graded, empty], request, [], NOW).queue).toEqual([])
  })

  test('never puts two of one family side by side when there are others', () => {
    const cards = [
      candidate('a1', 0.1, {}, 'A05'),
      candidate('a2', 0.2, {}, 'A05'),
      candidate('b1', 0.3, {}, 'A01'),
    ]
    expect(cardsOf(buildQueue(cards, request, [], NOW))).toEqual(['a1', 'b1', 'a2'])
  })

  test('brings in at most two new cards a day', () => {
    const fresh = ['n1', 'n2', 'n3'].map(name => candidate(name, 0, { state: 'new', lastReview: null }))
    expect(cardsOf(buildQueue(fresh, request, [], NOW))).toEqual(['n1', 'n2'])
    const met = sampleReview(sampleCard('met'), { at: '2026-11-23T08:00:00.000Z', source: 'lesson' })
    expect(newCardsLeft([met], NOW)).toBe(1)
    expect(cardsOf(buildQueue(fresh, request, [met], NOW))).toEqual(['n1'])
    expect(
      newCardsLeft(
        [
          { ...met, grade: null },
          { ...met, at: '2026-11-22T08:00:00.000Z' },
        ],
        NOW,
      ),
    ).toBe(2)
  })

  test('keeps to twenty reviews a day after a gap, unless all are asked for', () => {
    const done = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        sampleReview(sampleCard(`d${index}`), { at: '2026-11-23T08:00:00.000Z', before: sampleCard('d') }),
      )
    expect(buildQueue(many, request, done(18), NOW).queue).toHaveLength(2)
    expect(buildQueue(many, request, done(20), NOW)).toEqual({ queue: [], waiting: 30 })
    expect(buildQueue(many, { ...request, mode: 'all' }, done(20), NOW).queue).toHaveLength(30)
  })

  test('asks a topic or crams whether due or not', () => {
    const later = candidate('xss', 0.95, { due: '2027-01-01T00:00:00.000Z' })
    expect(buildQueue([later], request, [], NOW).queue).toEqual([])
    expect(cardsOf(buildQueue([later, ...many], { ...request, topic: 'xss' }, [], NOW))).toEqual(['xss'])
    expect(buildQueue([later, ...many], { ...request, mode: 'cram' }, [], NOW).queue).toHaveLength(31)
  })
})
