import { expect, test } from 'vitest'
import { joinLayers } from '../../../source/core/guardrail/join-layers.js'
import type { Guardrail } from '../../../source/core/guardrail/target.js'

const line = (id: string, text: string, more: Partial<Guardrail> = {}): Guardrail => ({
  id,
  layer: 'base',
  weakness: 'command-injection',
  text,
  scope: [],
  score: 1,
  ...more,
})
const learned = (text: string, more: Partial<Guardrail> = {}, language = 'javascript') => ({
  guardrail: line('l', text, { layer: 'learned', scope: ['src/**'], score: 5, ...more }),
  language,
  anchors: ['child_process.exec'],
})
const EXEC = 'NEVER build a string for `exec` or set `shell: true`: x. Use y.'
const OWN = 'NEVER put values into a shell command string (`exec`, `shell`): x. Use `run` from `lib/run`.'
const JS = new Set(['javascript'])
const ids = (result: ReturnType<typeof joinLayers>) => result.guardrails.map(one => one.id)

test('one line a sink: the learned one, where the base one was', () => {
  const result = joinLayers([learned(OWN)], [{ guardrail: line('b', EXEC), languages: ['javascript'] }], JS)
  expect(result.guardrails).toMatchObject([{ id: 'l', scope: [], text: OWN }])
  expect(result.replaced).toEqual([{ base: 'b', by: 'l' }])
})

test.each([
  ['another weakness', learned(OWN, { weakness: 'xss' }), ['javascript']],
  ['fewer APIs than the base line names', learned('NEVER use `exec`: x. Use y.'), ['javascript']],
  ['another language', learned(OWN, {}, 'python'), ['javascript']],
])('the base line stays beside a learned one of %s', (_, rule, languages) => {
  const result = joinLayers([rule], [{ guardrail: line('b', EXEC), languages }], JS)
  expect(ids(result)).toEqual(['l', 'b'])
  expect(result.guardrails[0]?.scope).toEqual(['src/**'])
})

test('a base line for every language stays while the project has another one', () => {
  const base = [{ guardrail: line('b', EXEC), languages: [] }]
  expect(ids(joinLayers([learned(OWN)], base, new Set(['javascript', 'python'])))).toEqual(['l', 'b'])
  expect(ids(joinLayers([learned(OWN)], base, JS))).toEqual(['l'])
})

test('a learned line that people doubt is not pushed out where the base line would have stayed', () => {
  const base = [{ guardrail: line('b', EXEC, { score: 3 }), languages: ['javascript'] }]
  expect(joinLayers([learned(OWN, { score: 0.5 })], base, JS).guardrails[0]?.score).toBe(3)
})
