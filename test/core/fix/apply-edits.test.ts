import { expect, test } from 'vitest'
import { applyEdits, orderEdits } from '../../../source/core/fix/apply-edits.js'

test('edits given in any order are made at the offsets of the old text', () => {
  const edits = orderEdits([
    { start: 4, end: 5, text: 'bee' },
    { start: 0, end: 1, text: '' },
    { start: 5, end: 5, text: '!' },
  ])
  expect(applyEdits('a = b', edits ?? [])).toBe(' = bee!')
})

test('edits that overlap or stand at the same place are refused', () => {
  expect(
    orderEdits([
      { start: 0, end: 3, text: 'x' },
      { start: 2, end: 4, text: 'y' },
    ]),
  ).toBeNull()
  expect(
    orderEdits([
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
    ]),
  ).toBeNull()
})
