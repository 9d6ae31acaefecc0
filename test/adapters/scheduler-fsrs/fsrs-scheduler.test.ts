import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFsrsScheduler } from '../../../source/adapters/scheduler-fsrs/fsrs-scheduler.js'
import type { Card, Grade } from '../../../source/core/quiz/card.js'
import { addDays, daysBetween } from '../../../source/core/quiz/day.js'

const START = '2026-01-05T09:00:00.000Z'
const exact = createFsrsScheduler({ fuzz: false })

function intervals(grades: string): readonly number[] {
  let card = exact.createCard('sql-injection', 'javascript', START)
  let now = START
  return [...grades].map(letter => {
    card = exact.review(card, letter === 'A' ? 'again' : 'good', now)
    const days = daysBetween(now, card.due)
    now = card.due
    return days
  })
}

describe('the interval table', () => {
  test('right each time on the day it is due gives 3, 14, 57, 180 and never more', () => {
    expect(intervals('GGGGGG')).toEqual([3, 14, 57, 180, 180, 180])
  })

  test('wrong at first, then right, starts small', () => {
    expect(intervals('AGGGG')).toEqual([1, 3, 8, 22, 54])
  })

  test('a lapse after three right answers comes back within days', () => {
    expect(intervals('GGGAGG').slice(3)).toEqual([3, 8, 19])
  })
})

test('recall falls with time and stands at nine in ten when the card is due', () => {
  const card = exact.review(exact.createCard('xss', 'python', START), 'good', START)
  const atDue = exact.recall(card, card.due)
  expect(atDue).toBeGreaterThan(0.88)
  expect(atDue).toBeLessThan(0.92)
  expect(exact.recall(card, addDays(card.due, 60))).toBeLessThan(atDue)
  expect(exact.recall(exact.createCard('xss', 'python', START), START)).toBe(0)
})

const grade = fc.constantFrom<Grade>('again', 'hard', 'good')
const history = fc.array(fc.record({ grade, wait: fc.integer({ min: 0, max: 700 }) }), {
  minLength: 1,
  maxLength: 30,
})

function play(steps: readonly { readonly grade: Grade; readonly wait: number }[]): readonly Card[] {
  const fuzzy = createFsrsScheduler()
  let card = fuzzy.createCard('sql-injection', 'javascript', START)
  let now = START
  return steps.map(step => {
    now = addDays(now, step.wait)
    card = fuzzy.review(card, step.grade, now)
    return card
  })
}

describe('whatever the history', () => {
  test('the next date lies 1 to 180 days ahead and the card survives JSON', () => {
    fc.assert(
      fc.property(history, steps => {
        for (const card of play(steps)) {
          const days = daysBetween(card.lastReview ?? '', card.due)
          expect(days).toBeGreaterThanOrEqual(1)
          expect(days).toBeLessThanOrEqual(180)
          expect(JSON.parse(JSON.stringify(card))).toEqual(card)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('the same history gives the same cards', () => {
    fc.assert(
      fc.property(history, steps => {
        expect(play(steps)).toEqual(play(steps))
      }),
      { numRuns: 20 },
    )
  })

  test('a better grade never brings a card back sooner', () => {
    fc.assert(
      fc.property(history, steps => {
        const card = play(steps).at(-1)
        if (!card) return
        const due = (given: Grade) => exact.review(card, given, card.due).due
        expect(due('again') <= due('hard')).toBe(true)
        expect(due('hard') <= due('good')).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
