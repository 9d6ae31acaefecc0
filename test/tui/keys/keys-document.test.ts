import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { keysDocument } from '../../../source/tui/keys/keys-document.js'

test('docs/keys.md says what the coach does', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../../docs/keys.md'), 'utf8')).toBe(keysDocument())
})
