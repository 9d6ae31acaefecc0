import { expect, test } from 'vitest'
import { reanchor } from '../../../source/core/finding/reanchor.js'

const TEXT = ['one()', 'two(a)', '  three( b )', 'two(a)', 'five()'].join('\n')

test('code at its place stays there, blanks aside', () => {
  expect(reanchor(TEXT, 3, 3, 'three( b )')).toEqual({ startLine: 3, endLine: 3, moved: 0 })
})

test('code that moved is found at the nearest place', () => {
  expect(reanchor(`\n\n${TEXT}`, 3, 3, 'three( b )')).toEqual({ startLine: 5, endLine: 5, moved: 2 })
  expect(reanchor(TEXT, 5, 5, 'two(a)')).toEqual({ startLine: 4, endLine: 4, moved: -1 })
})

test('several lines must stand together', () => {
  expect(reanchor(TEXT, 1, 2, 'two(a)\nfive()')).toEqual({ startLine: 4, endLine: 5, moved: 3 })
  expect(reanchor(TEXT, 1, 2, 'one()\nfive()')).toBeNull()
})

test('code that is gone is stale', () => {
  expect(reanchor(TEXT, 2, 2, 'removed(call)')).toBeNull()
})

test('without a snippet a line that exists is believed', () => {
  expect(reanchor(TEXT, 5, 9, null)).toEqual({ startLine: 5, endLine: 5, moved: 0 })
  expect(reanchor(TEXT, 6, 6, null)).toBeNull()
})

test('blank lines inside a snippet stand for blank lines of the file', () => {
  const text = ['start({', '  a: 1,', '', '  b: 2,', '})'].join('\n')
  expect(reanchor(`\n${text}`, 1, 5, text)).toEqual({ startLine: 2, endLine: 6, moved: 1 })
  expect(reanchor(text, 1, 5, text.replace('\n\n', '\n'))).toBeNull()
  expect(reanchor(text, 1, 2, '\n  a: 1,\n')).toEqual({ startLine: 1, endLine: 2, moved: 0 })
})
