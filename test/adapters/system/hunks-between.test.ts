import { expect, test } from 'vitest'
import { hunksBetween } from '../../../source/adapters/system/hunks-between.js'

test('a changed line stands between its context, with line numbers from 1', () => {
  const hunks = hunksBetween('a\nb\nc\nd\n', 'a\nB\nc\nd\n', 1)
  expect(hunks).toEqual([
    {
      beforeStart: 1,
      afterStart: 1,
      lines: [
        { kind: 'same', text: 'a' },
        { kind: 'removed', text: 'b' },
        { kind: 'added', text: 'B' },
        { kind: 'same', text: 'c' },
      ],
    },
  ])
})

test('equal texts have no hunks', () => {
  expect(hunksBetween('a\n', 'a\n')).toEqual([])
})

test('carriage returns and the missing newline at the end are not part of a line', () => {
  const lines = hunksBetween('a\r\nb', 'a\r\nc').flatMap(hunk => hunk.lines)
  expect(lines).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'removed', text: 'b' },
    { kind: 'added', text: 'c' },
  ])
})
