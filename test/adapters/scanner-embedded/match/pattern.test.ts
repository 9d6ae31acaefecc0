import { expect, test } from 'vitest'
import { ourTexts } from './support.js'

test.each([
  ['foo($A, $A)', 'foo(a+b, a + b)', true],
  ['foo($A, $A)', 'foo(a+b, a + c)', false],
  ['f($A)', 'f(a,)', true],
  ['f($A)', 'f(/* c */ a)', true],
  ['f(a)', 'f(/* c */ a)', true],
  ['f($A)', 'f(/* c */)', false],
  ['f(b, g($A))', 'f(b, /* c */ g(a))', false],
  ['foo($_A, $_A)', 'foo(a, b)', true],
  ['if ($A) { $$$B }', 'if (a) { b() } else { c() }', true],
  ['function $F($$$) { $$$ }', 'async function f() {}', true],
  ['fetch($A, $$$)', 'fetch(u)', false],
  ['fetch($A, $$$)', 'fetch(u, v, w)', true],
  ['foo($$$, $A)', 'foo(a, b)', false],
  ['foo($$$, $A)', 'foo(a)', true],
  ['foo($$$, b, $$$)', 'foo(a, b)', false],
  ['foo($$$, b, $$$)', 'foo(b, c)', true],
  ['f($$$, g($A, 1))', 'f(0, g(x, 2), g(y, 1))', true],
  ['$O.foo($A)', 'o?.foo(1)', false],
  ['$O.foo($A)', 'o["foo"](1)', false],
  ['foo("x")', "foo('x')", false],
  ['$A()', 'new f()', false],
  ['[$A, $B]', '[1,,2]', false],
] as const)('%s on %s: %s', async (pattern, code, isMatch) => {
  expect(await ourTexts('JavaScript', { rule: { pattern } }, code)).toEqual(isMatch ? [code] : [])
})

test('type arguments and return types are not skipped', async () => {
  expect(await ourTexts('TypeScript', { rule: { pattern: 'axios.get($U)' } }, 'axios.get<User>(u)')).toEqual(
    [],
  )
  expect(
    await ourTexts('Python', { rule: { pattern: 'def $F($$$): $$$' } }, 'def f(x) -> int:\n  pass\n'),
  ).toEqual([])
})

test('a context with a selector matches a part that is no program of its own', async () => {
  const rule = { pattern: { context: '({a: $X})', selector: 'pair' } }
  expect(await ourTexts('JavaScript', { rule }, 'x = {b: 1, a: 2}')).toEqual(['a: 2'])
})

test('metavariables of Python are found though $ is no identifier character', async () => {
  const rule = { pattern: 'os.system($$$A, $B)' }
  expect(await ourTexts('Python', { rule: { pattern: 'os.system($A)' } }, 'os.system(f"ls {x}")')).toEqual([
    'os.system(f"ls {x}")',
  ])
  expect(await ourTexts('Python', { rule }, 'os.system(x)')).toEqual(['os.system(x)'])
})

test('a pattern that does not parse matches nothing', async () => {
  expect(await ourTexts('JavaScript', { rule: { pattern: 'eval(' } }, 'eval(x)')).toEqual([])
})
