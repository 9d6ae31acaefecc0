import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../../source/adapters/content-bundled/load-lessons.js'
import { orderOptions } from '../../../source/core/quiz/order-options.js'
import { sampleQuestion } from '../../support/quiz-samples.js'

const { lessons } = await loadLessons(resolve(import.meta.dirname, '../../../lessons'))
const choices = lessons
  .flatMap(lesson => lesson.questions)
  .filter(({ format }) => ['choose-the-fix', 'predict-the-exploit', 'still-vulnerable'].includes(format))

test('the right answer stands in every place equally often, over the real questions and many seeds', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed * 7919)
  for (const size of [3, 4]) {
    const questions = choices.filter(({ options }) => options.length === size)
    if (questions.length === 0) continue
    const counts = Array.from({ length: size }, () => 0)
    for (const question of questions)
      for (const seed of seeds) {
        const place = orderOptions(question, seed).findIndex(option => option.verdict === 'right')
        counts[place] = (counts[place] ?? 0) + 1
      }
    const mean = (questions.length * seeds.length) / size
    const chiSquare = counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
    // 99.9 % point of chi-square with 2 and 3 degrees of freedom.
    expect(chiSquare, `${counts}`).toBeLessThan(size === 3 ? 13.82 : 16.27)
  }
  expect(choices.length).toBeGreaterThan(20)
})

test('one seed always gives the same order, and all options', () => {
  const question = sampleQuestion('xss/1')
  const once = orderOptions(question, 42)
  expect(orderOptions(question, 42)).toEqual(once)
  expect(once.toSorted((a, b) => (a.text < b.text ? -1 : 1))).toHaveLength(3)
})

test('lines of code keep their order, and steps never start in the right one', () => {
  const lines = sampleQuestion('xss/1', 'spot-the-line')
  const steps = sampleQuestion('xss/2', 'order-the-steps')
  for (let seed = 0; seed < 100; seed += 1) {
    expect(orderOptions(lines, seed)).toEqual(lines.options)
    expect(orderOptions(steps, seed)).not.toEqual(steps.options)
  }
})
