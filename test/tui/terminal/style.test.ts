import { expect, test } from 'vitest'
import { applyCode, styleChange } from '../../../source/tui/terminal/style.js'

const after = (...codes: readonly string[]) => codes.reduce(applyCode, '')

test('codes add up, and each is ended by its own', () => {
  expect(after('1', '31')).toBe('1;31')
  expect(after('1', '2', '31', '22')).toBe('31')
  expect(after('31', '36')).toBe('36')
  expect(after('1;7;31', '39', '27')).toBe('1')
  expect(after('1;31', '0')).toBe('')
  expect(after('1;31', '')).toBe('')
  expect(after('38;5;120', '48;2;1;2;3')).toBe('38;5;120;48;2;1;2;3')
  expect(after('38;5;120', '39')).toBe('')
})

test('from one style to another it takes only what differs', () => {
  expect(styleChange('31', '31')).toBe('')
  expect(styleChange('31', '')).toBe('\x1b[0m')
  expect(styleChange('31', '1;31')).toBe('\x1b[1m')
  expect(styleChange('1;31', '1;36')).toBe('\x1b[36m')
  expect(styleChange('1;31', '90')).toBe('\x1b[0;90m')
})
