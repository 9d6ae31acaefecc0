import { expect, test } from 'vitest'
import { type AuthoredFile, measureAuthors } from '../../../source/core/stats/author-measure.js'

const file = (lines: AuthoredFile['lines'], at: readonly number[] = [], weakness = 'xss'): AuthoredFile => ({
  lines,
  findings: at.map(line => ({ weakness, line })),
})
const many = (author: 'human' | 'ai', count: number) => Array.from({ length: count }, () => author)
const first = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

test('lines and findings are counted by author, blank lines by nobody', () => {
  const measured = measureAuthors([
    file(['ai', null, 'unknown', 'human'], [1, 3]),
    file(['mixed', 'ai'], [2, 99], 'ssrf'),
  ])
  expect(measured.classes.map(one => [one.author, one.findings, one.lines])).toEqual([
    ['human', 0, 1],
    ['ai', 2, 2],
    ['mixed', 0, 1],
    ['unknown', 2, 1],
  ])
  expect(measured.weaknesses).toEqual([
    { weakness: 'ssrf', human: 0, ai: 1, mixed: 0, unknown: 1 },
    { weakness: 'xss', human: 0, ai: 1, mixed: 0, unknown: 1 },
  ])
  expect(measured.coverage).toBe(0.8)
})

test('without enough lines and findings there is neither rate nor comparison', () => {
  const measured = measureAuthors([file(many('ai', 6000), first(9)), file(many('human', 6000), first(4))])
  expect(measured.classes.map(one => one.rate === null)).toEqual([true, false, true, true])
  expect(measured.aiToHuman).toBeNull()
})

test('with enough of both they are compared with an interval', () => {
  const measured = measureAuthors([file(many('ai', 5000), first(9)), file(many('human', 12_000), first(6))])
  expect(measured.aiToHuman?.ratio).toBeCloseTo(3.6, 9)
  expect(measured.aiToHuman?.low).toBeGreaterThan(1)
})

test('nothing measured is nothing covered', () => {
  expect(measureAuthors([]).coverage).toBe(0)
})
