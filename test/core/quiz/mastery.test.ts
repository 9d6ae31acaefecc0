import { describe, expect, test } from 'vitest'
import { contrastItem } from '../../../source/core/quiz/contrast-item.js'
import { addDays } from '../../../source/core/quiz/day.js'
import { effectiveReviews } from '../../../source/core/quiz/effective-reviews.js'
import { hasKnownItTwice } from '../../../source/core/quiz/first-tries.js'
import { commonMistake, isLeech } from '../../../source/core/quiz/leech.js'
import { MASTERY_LEVELS, masteryOf } from '../../../source/core/quiz/mastery.js'
import { sampleCard, sampleQuizCard } from '../../support/quiz-samples.js'
import { sampleReview } from '../../support/sample-reviews.js'

const NOW = '2026-11-23T12:00:00.000Z'
const card = (stability: number, formats: number, daysAgo = 1) =>
  sampleCard('xss', {
    stability,
    lastReview: addDays(NOW, -daysAgo),
    formatsRight: ['choose-the-fix', 'spot-the-line', 'fill-the-hole'].slice(0, formats),
  })
const level = (stability: number, formats: number, daysAgo = 1) =>
  masteryOf(card(stability, formats, daysAgo), [], NOW)

describe('the level', () => {
  test('follows stability and the formats answered right', () => {
    expect(masteryOf(sampleCard('xss', { lastReview: null }), [], NOW)).toBe('New')
    expect([level(6.9, 3), level(7, 3), level(29, 3)]).toEqual(['Learning', 'Familiar', 'Familiar'])
    expect([level(30, 1), level(30, 2), level(89, 3)]).toEqual(['Familiar', 'Solid', 'Solid'])
    expect([level(90, 2), level(90, 3)]).toEqual(['Solid', 'Mastered'])
  })

  test('is not Mastered while a finding of one’s own is younger than 90 days', () => {
    const finding = (daysAgo: number) =>
      sampleReview(card(200, 3), { source: 'finding', ok: false, at: addDays(NOW, -daysAgo) })
    expect(masteryOf(card(200, 3), [finding(89)], NOW)).toBe('Solid')
    expect(masteryOf(card(200, 3), [finding(91)], NOW)).toBe('Mastered')
  })

  test('decays in sight when the card is left alone, and only downwards', () => {
    const ranks = [0, 50, 100, 101, 200, 400, 800, 3000].map(days =>
      MASTERY_LEVELS.indexOf(level(100, 3, days)),
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
    expect(level(100, 3, 100)).toBe('Mastered')
    expect(level(100, 3, 200)).toBe('Solid')
    expect(level(100, 3, 400)).toBe('Familiar')
    expect(level(100, 3, 3000)).toBe('Learning')
  })
})

describe('a leech', () => {
  const lapse = (daysAgo: number, misconception = '') =>
    sampleReview(card(1, 0), {
      grade: 'again',
      ok: false,
      at: addDays(NOW, -daysAgo),
      before: card(5, 0),
      misconception,
    })

  test('is a card with four lapses within 180 days', () => {
    expect(isLeech([lapse(170), lapse(90), lapse(30), lapse(1)], NOW)).toBe(true)
    expect(isLeech([lapse(181), lapse(90), lapse(30), lapse(1)], NOW)).toBe(false)
    const first = { ...lapse(5), before: { ...card(0, 0), state: 'new' as const } }
    expect(isLeech([first, lapse(90), lapse(30), lapse(1)], NOW)).toBe(false)
  })

  test('gets the right answer beside the mistake made most often', () => {
    const reviews = [lapse(4, 'blocklist'), lapse(3, 'half-fixed'), lapse(2, 'half-fixed'), lapse(1, '')]
    expect(commonMistake(reviews)).toBe('half-fixed')
    const { items } = sampleQuizCard(card(1, 0), ['spot-the-line', 'choose-the-fix'])
    const contrast = contrastItem(items, 'half-fixed')
    expect(contrast?.question.id).toBe('xss/choose-the-fix~contrast')
    expect(contrast?.question.options.map(option => option.text)).toEqual(['two', 'one'])
    expect(contrastItem(items, 'wrong-layer')).toBeNull()
    expect(contrastItem(items, commonMistake([]))).toBeNull()
  })
})

test('an undo takes back the last review of its own card only', () => {
  const a = sampleReview(sampleCard('a'), { seed: 1 })
  const b = sampleReview(sampleCard('b'), { seed: 2 })
  const undo = { ...a, source: 'undo' as const }
  expect(effectiveReviews([a, { ...a, seed: 3 }, b, undo])).toEqual([a, b])
  expect(effectiveReviews([a, undo, undo, b])).toEqual([b])
})

test('a lesson gets shorter after two right first tries in a row, and long again after a wrong one', () => {
  const tried = (ok: boolean) => sampleReview(sampleCard('a'), { source: 'lesson', ok })
  const skipped = sampleReview(sampleCard('a'), { source: 'lesson', ok: false, item: '', grade: null })
  const quiz = sampleReview(sampleCard('a'))
  const fix = sampleReview(sampleCard('a'), { source: 'fix', item: '' })
  expect(hasKnownItTwice([tried(true), quiz])).toBe(false)
  expect(hasKnownItTwice([tried(true), skipped, fix])).toBe(true)
  expect(hasKnownItTwice([tried(true), tried(true), tried(false)])).toBe(false)
})
