import { describe, expect, test } from 'vitest'
import { QUESTION_FORMATS } from '../../../source/core/lesson/lesson.js'
import { chooseItem } from '../../../source/core/quiz/choose-item.js'
import { sampleCard, sampleQuestion, sampleQuizCard } from '../../support/quiz-samples.js'
import { sampleReview } from '../../support/sample-reviews.js'

const formatAt = (reps: number, formatsRight: readonly string[] = []) =>
  chooseItem(sampleQuizCard(sampleCard('xss', { reps, formatsRight }), QUESTION_FORMATS), 1)?.question.format

describe('the item of a card', () => {
  test('comes in the format of the stage', () => {
    expect([0, 1, 2, 3].map(reps => formatAt(reps))).toEqual([
      'choose-the-fix',
      'spot-the-line',
      'predict-the-exploit',
      'still-vulnerable',
    ])
    expect(['fill-the-hole', 'order-the-steps']).toContain(formatAt(4))
    expect(formatAt(5, ['fill-the-hole'])).toBe('order-the-steps')
  })

  test('is never the one asked last, over a hundred reviews and any seed', () => {
    let card = sampleQuizCard(sampleCard('xss', { reps: 0 }), ['choose-the-fix', 'spot-the-line'])
    for (let turn = 0; turn < 100; turn += 1) {
      const item = chooseItem(card, turn)
      expect(item?.question.id).not.toBe(card.card.lastItem)
      card = { ...card, card: { ...card.card, reps: turn, lastItem: item?.question.id ?? '' } }
    }
  })

  test('is the last one again only when there is no other', () => {
    const card = sampleQuizCard(sampleCard('xss', { lastItem: 'xss/choose-the-fix' }), ['choose-the-fix'])
    expect(chooseItem(card, 1)?.question.id).toBe('xss/choose-the-fix')
    expect(chooseItem({ ...card, items: [] }, 1)).toBeNull()
  })

  test('comes from the developer’s own fix while that was not asked yet', () => {
    const card = sampleQuizCard(sampleCard('xss'), QUESTION_FORMATS)
    const own = {
      question: sampleQuestion('own/1', 'fill-the-hole'),
      from: { path: 'a.js', fixedOn: '2026-11-03' },
    }
    const withOwn = { ...card, items: [...card.items, own] }
    expect(chooseItem(withOwn, 1)).toBe(own)
    const asked = { ...withOwn, reviews: [sampleReview(card.card, { item: 'own/1' })] }
    expect(chooseItem(asked, 1)?.question.format).toBe('spot-the-line')
  })

  test('is one that was not called wrong, while there is one', () => {
    const card = sampleQuizCard(sampleCard('xss', { reps: 0 }), ['choose-the-fix', 'spot-the-line'])
    expect(chooseItem(card, 1, new Set(['xss/choose-the-fix']))?.question.id).toBe('xss/spot-the-line')
    const all = new Set(['xss/choose-the-fix', 'xss/spot-the-line'])
    expect(chooseItem(card, 1, all)?.question.id).toBe('xss/choose-the-fix')
  })
})
