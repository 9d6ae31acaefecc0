import { expect, test } from 'vitest'
import { scoreRule } from '../../../source/core/learned-rule/score-rule.js'
import { similarity } from '../../../source/core/learned-rule/similarity.js'

test('is severity × AI share × evidence × precision, worked by hand', () => {
  // 8 × (1 + 2/3) × log2(4) × 4/6
  const score = scoreRule({ severity: 'critical', authors: ['ai', 'ai', 'human'], falsePositives: 1 })
  expect(score).toBeCloseTo(8 * (5 / 3) * 2 * (4 / 6), 10)
})

test('does not count an unknown author as an assistant, nor as a person', () => {
  const facts = { severity: 'high', falsePositives: 0 } as const
  expect(scoreRule({ ...facts, authors: ['unknown'] })).toBe(scoreRule({ ...facts, authors: ['human'] }))
  expect(scoreRule({ ...facts, authors: ['ai'] })).toBe(2 * scoreRule({ ...facts, authors: ['unknown'] }))
})

test('falls with every false positive and rises with every fix', () => {
  const score = (count: number, falsePositives: number) =>
    scoreRule({ severity: 'low', authors: Array(count).fill('human'), falsePositives })
  expect(score(2, 0)).toBeGreaterThan(score(1, 0))
  expect(score(2, 3)).toBeLessThan(score(2, 0))
})

test('two sentences are alike by the words they share', () => {
  expect(similarity('NEVER use `eval`.', 'never use eval')).toBe(1)
  expect(similarity('a b c d', 'a b x y')).toBeCloseTo(2 / 6)
})
