import { expect, test } from 'vitest'
import { fitBudget } from '../../../source/core/guardrail/budget.js'
import { CHECK_LINE, renderBody } from '../../../source/core/guardrail/render-guardrail.js'
import type { Guardrail } from '../../../source/core/guardrail/target.js'

const NAMES = [
  'alpha',
  'bravo',
  'charlie',
  'delta',
  'echo',
  'foxtrot',
  'golf',
  'hotel',
  'india',
  'juliett',
  'kilo',
]

function guardrail(id: string, score: number, changes: Partial<Guardrail> = {}): Guardrail {
  const words = `${id} `.repeat(3).trim()
  return { id, layer: 'learned', weakness: 'xss', text: `NEVER ${words}.`, scope: [], score, ...changes }
}

test('the best come first and what has no room is told, best first', () => {
  const all = NAMES.map((name, index) => guardrail(name, index))
  const { kept, dropped, next } = fitBudget(all, { rules: 4, tokens: 900 })
  expect(kept.map(one => one.id)).toEqual(['kilo', 'juliett', 'india', 'hotel'])
  expect(dropped.map(one => one.id)).toEqual([
    'golf',
    'foxtrot',
    'echo',
    'delta',
    'charlie',
    'bravo',
    'alpha',
  ])
  expect(next?.id).toBe('hotel')
})

test('the tokens of the whole block count, and no weaker rule slips in where a stronger one had no room', () => {
  const long = guardrail('long', 9, { text: `NEVER ${'longword '.repeat(60)}.` })
  const { kept, dropped, tokens } = fitBudget([guardrail('big', 10), long, guardrail('small', 1)], {
    rules: 15,
    tokens: 80,
  })
  expect(kept.map(one => one.id)).toEqual(['big'])
  expect(dropped.map(one => one.id)).toEqual(['long', 'small'])
  expect(tokens).toBeLessThanOrEqual(80)
})

test('equal scores go by id, so that two machines write the same file', () => {
  const all = [guardrail('zulu', 1), guardrail('alpha', 1)]
  expect(fitBudget(all, { rules: 15, tokens: 900 }).kept.map(one => one.id)).toEqual(['alpha', 'zulu'])
})

test('a guardrail that says the same as a better one is left out, unless it speaks of other files', () => {
  const text = 'NEVER build SQL from values: a value must never become SQL.'
  const better = guardrail('better', 2, { text })
  const same = guardrail('same', 1, { text: `${text} Really.` })
  expect(fitBudget([better, same], { rules: 15, tokens: 900 }).kept).toEqual([better])
  const scoped = { ...better, scope: ['web/**'] }
  expect(fitBudget([scoped, same], { rules: 15, tokens: 900 }).kept).toEqual([scoped, same])
})

test('a line ends with where it applies, and the last line names the checker', () => {
  const lines = renderBody([guardrail('a', 1, { scope: ['web/**', 'api/**'] })]).split('\n')
  expect(lines).toContain('- NEVER a a a. (`web/**`, `api/**`)')
  expect(lines.at(-1)).toBe(CHECK_LINE)
})
