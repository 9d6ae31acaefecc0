import { expect, test } from 'vitest'
import { plainReason } from '../../source/cli/plain-lines.js'

test('a screen reader and a terminal that cannot move its cursor get plain lines by themselves', () => {
  expect(plainReason({ TERM: 'xterm' }, 'terminal', 'terminal')).toBeNull()
  expect(plainReason({ ACCESSIBLE: '1' }, 'terminal', 'terminal')).toBe('screen-reader')
  expect(plainReason({ INK_SCREEN_READER: 'true' }, 'terminal', 'terminal')).toBe('screen-reader')
  expect(plainReason({ ACCESSIBLE: '0' }, 'terminal', 'terminal')).toBeNull()
  expect(plainReason({ TERM: 'dumb' }, 'terminal', 'terminal')).toBe('screen-reader')
})

test('answers from a pipe are taken, and lines into a pipe are plain while a person types', () => {
  expect(plainReason({}, 'pipe', 'terminal')).toBe('pipe')
  expect(plainReason({}, 'pipe', 'other')).toBe('pipe')
  expect(plainReason({}, 'terminal', 'pipe')).toBe('pipe')
})

test('where nobody can answer nothing is asked', () => {
  expect(plainReason({}, 'other', 'pipe')).toBeNull()
  expect(plainReason({}, 'terminal', 'other')).toBeNull()
  expect(plainReason({ CI: 'true' }, 'pipe', 'pipe')).toBeNull()
})
