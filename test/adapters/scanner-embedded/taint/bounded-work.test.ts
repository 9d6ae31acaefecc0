import { expect, test } from 'vitest'
import type { Language } from '../../../../source/adapters/scanner-embedded/tree/language.js'
import { openFlow, QUERY } from './ask-flow.js'

const SOURCE = 'const a = req.query.x;'
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('')

/** Code that would take forever, or the whole stack, if anything were repeated or recursive without end. */
const HARD: readonly (readonly [name: string, language: Language, code: string])[] = [
  ['10,000 nested ifs', 'JavaScript', `${SOURCE}${'if (a) {'.repeat(10_000)}sink(a)${'}'.repeat(10_000)}`],
  ['3,000 else ifs', 'JavaScript', `${SOURCE}${'if (a) {} else '.repeat(3000)}sink(a)`],
  ['10,000 nested calls', 'JavaScript', `sink(${'f('.repeat(10_000)}req.query.x${')'.repeat(10_000)})`],
  ['10,000 nested lists', 'JavaScript', `sink(${'['.repeat(10_000)}req.query.x${']'.repeat(10_000)})`],
  ['a member chain of 10,000', 'JavaScript', `sink(req.query.x${'.a'.repeat(10_000)})`],
  ['10,000 negations', 'JavaScript', `sink(${'!'.repeat(10_000)}req.query.x)`],
  ['10,000 conjunctions', 'JavaScript', `${SOURCE}sink(${'a && '.repeat(10_000)}a)`],
  [
    '10,000 disjunctions in a guard',
    'JavaScript',
    `${SOURCE}if (${'a || '.repeat(10_000)}a) return; sink(a)`,
  ],
  ['20,000 assignments', 'JavaScript', `let a = req.query.x;${'a = a + a;'.repeat(20_000)}sink(a)`],
  [
    'functions that call each other',
    'JavaScript',
    `${many(3000, i => `function f${i}(x) { return f${i + 1}(x) + f${(i * 7) % 3000}(x) }`)}sink(f0(req.query.x))`,
  ],
  ['5,000 guards', 'JavaScript', `${SOURCE}${'if (!isOk(a)) return;'.repeat(5000)}sink(a)`],
  ['a text of 5,000 unknown parts', 'JavaScript', `sink(${'`${b}` + '.repeat(5000)}req.query.x)`],
  ['5,000 elifs', 'Python', `a = request.args["x"]\nif a: pass\n${'elif a: pass\n'.repeat(5000)}sink(a)\n`],
  ['3,000 nested conditionals', 'Python', `sink(${'a if b else '.repeat(3000)}request.args["x"])\n`],
  ['a chain of 5,000 dots', 'Php', `<?php sink(${'$a . '.repeat(5000)}$_GET["a"]);`],
]

test.each(HARD)('is done with %s, whatever the answer', async (_name, language, code) => {
  const { flow, sinks } = await openFlow(language, code)
  const [sink] = sinks
  if (sink === undefined) throw new Error('the code calls no sink')
  for (const weakness of ['sql-injection', 'ssrf']) {
    const found = flow.isTainted(sink, { ...QUERY, weakness })
    expect(found === null || found.trace.length <= 12).toBe(true)
  }
  expect(typeof flow.isConstant(sink)).toBe('boolean')
})

test('says so when a question was too much work', async () => {
  const calls = many(3000, i => `function f${i}(x) { return f${i + 1}(x) + f${(i * 7) % 3000}(x) }`)
  const { flow, sinks } = await openFlow(
    'JavaScript',
    `${calls}sink(${many(2000, i => `g${i}(b${i}) + `)}'')`,
  )
  for (const sink of sinks) flow.isTainted(sink, QUERY)
  expect(flow.hasGivenUp()).toBe(true)
})

test('broken code is looked at as far as it can be read', async () => {
  const { flow, sinks } = await openFlow(
    'JavaScript',
    'const a = req.query.x; sink(a); function ( {{{ [ ` ${',
  )
  const found = sinks.map(sink => flow.isTainted(sink, QUERY) !== null)
  expect(found).toEqual([true])
})
