import { expect, test } from 'vitest'
import {
  compileMatch,
  findMatches,
} from '../../../../source/adapters/scanner-embedded/match/compiled-rule.js'
import type { RuleObject } from '../../../../source/adapters/scanner-embedded/match/rule-object.js'
import { openGrammars } from '../../../../source/adapters/scanner-embedded/tree/grammars.js'
import { ourTexts, parseText } from './support.js'

/** A call in a function (or file) that opens a session somewhere. */
const INSIDE_A_SESSION: RuleObject = {
  pattern: '$C.get($U)',
  inside: {
    stopBy: 'end',
    kind: 'function_declaration',
    has: { stopBy: 'end', any: [{ kind: 'new_expression', regex: 'Session' }, { kind: 'yield_expression' }] },
  },
}

async function looks(count: number): Promise<number> {
  const grammars = await openGrammars()
  const file = await parseText('JavaScript', `function f() {\n${'  c.get(u)\n'.repeat(count)}}`)
  let spent = 0
  findMatches(compileMatch({ rule: INSIDE_A_SESSION }, file.grammar, grammars.parser), file, cost => {
    spent += cost
    return false
  })
  return spent
}

test('ten times the calls in one function take ten times the looks, not a hundred times', async () => {
  const few = await looks(100)
  const many = await looks(1_000)
  expect(few).toBeGreaterThan(0)
  expect(many / few).toBeLessThan(15)
})

test('what holds of a function is found, however often it is asked', async () => {
  const calls = '  c.get(u)\n'.repeat(40)
  const match = (code: string) => ourTexts('JavaScript', { rule: INSIDE_A_SESSION }, code)
  expect(await match(`function f() {\n${calls}}`)).toEqual([])
  expect(await match(`function f() {\n${calls}  new Session()\n}`)).toHaveLength(40)
  expect(await match(`function f() {\n${calls}}\nfunction g() {\n${calls}  new Session()\n}`)).toHaveLength(
    40,
  )
})

test('a part that reads a metavariable is asked anew for each match', async () => {
  const rule: RuleObject = {
    pattern: 'use($A)',
    inside: {
      stopBy: 'end',
      kind: 'function_declaration',
      not: { has: { stopBy: 'end', not: { not: { pattern: 'close($A)' } } } },
    },
  }
  const body = `${'  g(1, 2, 3, 4)\n'.repeat(10)}  use(a)\n  use(b)\n  close(b)\n`
  expect(await ourTexts('JavaScript', { rule }, `function f() {\n${body}}`)).toEqual(['use(a)'])
})

test('one match that would never end is ended when the budget is used up', async () => {
  const grammars = await openGrammars()
  const deep = 3_000
  const file = await parseText('JavaScript', `x = ${'f('.repeat(deep)}a${')'.repeat(deep)}`)
  // Each node asks all nodes below it, and each of these all below it.
  const has = (rule: RuleObject): RuleObject => ({ has: { stopBy: 'end', ...rule } })
  const same: RuleObject = { all: [{ pattern: 'f($A)' }, has({ pattern: 'g($A)' })] }
  const rule: RuleObject = { kind: 'program', ...has({ kind: 'call_expression', ...has(same) }) }
  let spent = 0
  const matches = findMatches(compileMatch({ rule }, file.grammar, grammars.parser), file, cost => {
    spent += cost
    return spent > 10_000
  })
  expect(matches).toEqual([])
  expect(spent).toBeGreaterThan(10_000)
  expect(spent).toBeLessThan(11_000)
})
