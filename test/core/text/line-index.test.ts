import { expect, test } from 'vitest'
import { indexLines } from '../../../source/core/text/line-index.js'
import { utf16ColumnFromPoints, utf16FromUtf8 } from '../../../source/core/text/utf8-offset.js'

const TEXT = 'a😀b\r\nzwei\n\rlast'

test('places and offsets are each other’s inverse at every UTF-16 unit of a line', () => {
  const index = indexLines(TEXT)
  expect(index.lineCount).toBe(4)
  for (let line = 1; line <= index.lineCount; line += 1) {
    for (let column = 1; column <= index.lineText(line).length + 1; column += 1) {
      expect(index.placeAt(index.offsetAt(line, column))).toEqual({ line, column })
    }
  }
})

test('places past the text are clamped', () => {
  const index = indexLines(TEXT)
  expect(index.offsetAt(1, 99)).toBe(4)
  expect(index.offsetAt(99, 1)).toBe(TEXT.length)
  expect(index.placeAt(999)).toEqual({ line: 4, column: 5 })
  expect(index.lineText(9)).toBe('')
})

test('byte offsets and code-point columns become UTF-16', () => {
  expect(utf16FromUtf8(TEXT, Buffer.byteLength('a😀'))).toBe(3)
  expect(utf16FromUtf8('é', 99)).toBe(1)
  expect(utf16ColumnFromPoints('a😀b', 3)).toBe(4)
})
