import { expect, test } from 'vitest'
import { compileRegex } from '../../../../source/adapters/scanner-embedded/match/safe-regex.js'

test.each([
  '^a+$',
  '(^|[.])exec$',
  '[a-z]+([A-Z][a-z]+)*',
  '(?i)^pass(word)?$',
  '^[(]a+[)]*$',
  'a{2,}b',
  '(ab)+',
])('a linear expression is taken: %s', source => {
  expect(compileRegex(source)).toBeInstanceOf(RegExp)
})

test.each([
  '(a+)+',
  '(a*)*b',
  '(?:a|b+)+',
  '((a+)b?)*',
  '(.*,)*x',
  '(a|a)*',
  '(a|ab|b)*c',
  '(?=a)',
  '(?<!a)b',
  '(a)\\1',
  '(',
  'a(?i)b',
  '([a-z]+[a-z0-9]*)*',
])(
  'an expression that can take exponential time, or that other engines read otherwise, is refused: %s',
  source => {
    expect(typeof compileRegex(source)).toBe('string')
  },
)

test('flags in front are kept', () => {
  expect(compileRegex('(?i)^abc')).toEqual(/^abc/iu)
})
