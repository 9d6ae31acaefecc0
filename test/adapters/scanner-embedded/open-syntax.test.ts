import { expect, test } from 'vitest'
import { openSyntax } from '../../../source/adapters/scanner-embedded/open-syntax.js'

test('a text that is parsed for a learned pattern has the budget of any file', async () => {
  const syntax = openSyntax()
  const endless = 'a\n'.repeat(250_000)
  expect(await syntax.parse('a.rb', endless)).toBeNull()
  expect(await syntax.match('a.rb', 'f(1)\n', { rule: { pattern: 'f(1)' }, constraints: {} })).toHaveLength(1)
}, 30_000)
