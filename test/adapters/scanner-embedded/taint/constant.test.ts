import { expect, test } from 'vitest'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { askConstant } from './ask-flow.js'

const CONSTANT: readonly (readonly [Language, string])[] = [
  ['JavaScript', "sink('a')"],
  ['JavaScript', 'sink(`a`)'],
  ['JavaScript', "const T = 'users'; function f() { sink(`SELECT * FROM ${T}`) }"],
  ['JavaScript', "let q = 'a'; if (x) q = 'b'; sink(q)"],
  ['JavaScript', "let q = 'a'; q += ' b'; sink(q)"],
  ['JavaScript', "const c = { a: 'x', b: ['y'] }; sink(c.b[0])"],
  ['JavaScript', "const c = { a: 'x' }; sink(c[key])"],
  ['JavaScript', "sink(x ? 'a' : 'b')"],
  ['JavaScript', "for (const t of ['a', 'b']) { sink(`DROP ${t}`) }"],
  ['JavaScript', "sink(['a', 'b'].join(','))"],
  ['JavaScript', "sink(path.join(__dirname, 'views'))"],
  ['TypeScript', "enum Table { Users = 'users' } sink(`x ${Table.Users}`)"],
  ['TypeScript', "const t = 'a' as const; sink(t)"],
  ['Python', "sink('a' 'b')"],
  ['Python', "T = 'users'\ndef f():\n    sink(f'SELECT {T}')\n"],
  ['Python', "q = 'a'\nq += ' b'\nsink(q)\n"],
  ['Python', "sink('a %s' % 'b')"],
  ['Python', "C = {'a': ['x']}\nsink(C['a'][0])\n"],
]

const VARIABLE: readonly (readonly [Language, string])[] = [
  ['JavaScript', 'function f(q) { sink(q) }'],
  ['JavaScript', 'sink(build())'],
  ['JavaScript', "let q = 'a'; if (x) q = build(); sink(q)"],
  ['JavaScript', "let q = 'a'; q += name; sink(q)"],
  ['JavaScript', 'for (const t of tables) { sink(t) }'],
  ['JavaScript', "const c = { a: 'x' }; c.b = name; sink(c)"],
  ['JavaScript', "const parts = ['a']; parts.push(name); sink(parts.join())"],
  ['JavaScript', "import { T } from './t'; sink(T)"],
  ['JavaScript', 'sink(process.env.NAME)'],
  ['JavaScript', "const { a = 'x' } = options; sink(a)"],
  ['Python', 'def f(q):\n    sink(q)\n'],
  ['Python', "q = 'a'\ndef f():\n    global q\n    q = build()\nsink(q)\n"],
  ['Python', 'for q in tables:\n    sink(q)\n'],
  ['Python', "sink(f'a {name()}')"],
]

test.each(CONSTANT)('%s is constant: %s', async (language, code) => {
  expect(await askConstant(language, code)).toBe(true)
})

test.each(VARIABLE)('%s is not constant: %s', async (language, code) => {
  expect(await askConstant(language, code)).toBe(false)
})
