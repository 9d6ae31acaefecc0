import { expect, test } from 'vitest'
import { progressBar, progressWords } from '../../../source/core/text/progress-words.js'

test('count, rate and time left, once they mean something', () => {
  expect(progressWords({ done: 0, total: 340, elapsedMs: 5_000 }, 'file')).toBe('0 of 340 files')
  expect(progressWords({ done: 20, total: 340, elapsedMs: 400 }, 'file')).toBe('20 of 340 files')
  expect(progressWords({ done: 100, total: 340, elapsedMs: 2_000 }, 'file')).toBe(
    '100 of 340 files · 50 a second · about 5 s left',
  )
  expect(progressWords({ done: 340, total: 340, elapsedMs: 9_000 }, 'file')).toBe('340 of 340 files')
})

test('slow work is told by the minute, long work in minutes, and it is never about 0 s', () => {
  expect(progressWords({ done: 10, total: 1_000, elapsedMs: 20_000 }, 'commit')).toBe(
    '10 of 1,000 commits · 30 a minute · about 33 min left',
  )
  expect(progressWords({ done: 999, total: 1_000, elapsedMs: 10_000 }, 'commit')).toMatch(/about 1 s left$/)
})

test('the bar fills up to its width and stays empty without a total', () => {
  expect(progressBar({ done: 1, total: 2 }, 4)).toBe('##--')
  expect(progressBar({ done: 9, total: 2 }, 4)).toBe('####')
  expect(progressBar({ done: 0, total: 0 }, 4)).toBe('----')
})
