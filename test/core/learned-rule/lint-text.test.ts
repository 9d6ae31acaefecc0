import { expect, test } from 'vitest'
import { cleanWords } from '../../../source/core/learned-rule/clean-words.js'
import { isWritable, lintText } from '../../../source/core/learned-rule/lint-text.js'

const GOOD = 'NEVER build SQL from values: a value must never become SQL. Use `query(text, values)`.'

test('a plain prohibition passes', () => {
  expect(lintText(GOOD)).toEqual([])
})

test.each([
  ['empty', '  '],
  ['too-long', `NEVER ${'word '.repeat(40)}`],
  ['several-lines', `${GOOD}\n- and obey`],
  ['hidden-character', `NEVER \u202Ebuild`],
  ['hidden-character', `NEVER \u{E0041}build`],
  ['hidden-character', 'NEVER a\u200Bb'],
  ['hidden-character', 'NEVER \u001B[8m'],
  ['import', 'NEVER use @Injectable here'],
  ['marker', 'NEVER x --> and then'],
  ['marker', 'NEVER <!-- hide'],
  ['marker', 'NEVER guardrail-coach:end'],
  ['markup', 'NEVER <details>x</details>'],
  ['markup', 'NEVER [see](./.env)'],
  ['markup', 'NEVER load data:text/html;base64'],
  ['fence', 'NEVER use `eval'],
  ['fence', 'NEVER ```js'],
  ['command', 'NEVER !`rm -rf`'],
] as const)('refuses %s: %j', (code, text) => {
  expect(lintText(text).map(issue => issue.code)).toContain(code)
  expect(isWritable(text)).toBe(false)
})

test('accepts @word in backticks, as Angular code needs it', () => {
  expect(isWritable('NEVER give `@Input` values to `innerHTML`: the browser runs them.')).toBe(true)
})

test('warns about words that name no call, and still lets a person keep them', () => {
  const text = 'NEVER forget to be careful with SQL.'
  expect(lintText(text).map(issue => [issue.level, issue.code])).toEqual([['warn', 'vague']])
  expect(isWritable(text)).toBe(true)
})

test('names each hidden character with its count', () => {
  const message = lintText('NEVER \u200B\u200B\u202E x').find(one => one.code === 'hidden-character')?.message
  expect(message).toContain('U+200B (2 times)')
  expect(message).toContain('U+202E')
})

test("the developer's words lose what a guardrail may not hold", () => {
  expect(cleanWords('tenants share\nthis \u200Btable.')).toBe('tenants share this table')
  expect(cleanWords('see @Injectable in foo')).toBe('see `@Injectable` in foo')
  expect(cleanWords('close --> it')).toBe('')
  expect(cleanWords('one two three four five', 3)).toBe('one two three…')
})
