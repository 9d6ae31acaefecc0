import { expect, test } from 'vitest'
import { fitBudget } from '../../../source/core/guardrail/budget.js'
import { limitWords, nextOutWords, sizeWords } from '../../../source/core/guardrail/budget-words.js'
import { handEditOffers } from '../../../source/core/guardrail/hand-edit-offers.js'
import { outlookOf } from '../../../source/core/guardrail/outlook.js'
import type { PlannedFile } from '../../../source/core/guardrail/planned-file.js'
import { checkScope, globWords, readGlobs } from '../../../source/core/guardrail/scope-check.js'
import type { Guardrail } from '../../../source/core/guardrail/target.js'
import { writtenLines } from '../../../source/core/guardrail/written-lines.js'

const WORDS = ['alpha', 'beta', 'gamma', 'delta', 'omega']
const line = (id: number, score: number): Guardrail => ({
  id: `g${id}`,
  layer: 'base',
  weakness: WORDS[id] ?? '',
  text: `NEVER ${WORDS[id]} ${WORDS[id]}${WORDS[id]}: reason${id}. Use thing${id}.`,
  scope: [],
  score,
})

test('the outlook names what one more guardrail pushes out, and whether it has a place itself', () => {
  const budget = { rules: 2, tokens: 900 }
  const present = [line(0, 5), line(1, 3)]
  const now = fitBudget(present, budget)
  const strong = outlookOf('g2', now, fitBudget([...present, line(2, 4)], budget))
  expect(strong).toMatchObject({ fits: true, rules: 2, dropsOut: [{ id: 'g1' }] })
  const weak = outlookOf('g3', now, fitBudget([...present, line(3, 1)], budget))
  expect(weak).toMatchObject({ fits: false, dropsOut: [] })
})

test('a guardrail that says what a better one says has no outlook: it would not be written', () => {
  const now = fitBudget([line(0, 5)], { rules: 9, tokens: 900 })
  const twin = { ...line(0, 1), id: 'twin' }
  expect(outlookOf('twin', now, fitBudget([line(0, 5), twin], { rules: 9, tokens: 900 }))).toBeNull()
})

test('the block tells its room while there is some, then what goes next', () => {
  const block = {
    rules: 3,
    maxRules: 15,
    tokens: 100,
    maxTokens: 900,
    kept: [],
    dropped: [],
    next: line(0, 1),
  }
  expect(nextOutWords(block)).toBe('room for about 12 more')
  expect(nextOutWords({ ...block, rules: 15 })).toBe(`next out: ${line(0, 1).text}`)
  expect(nextOutWords({ ...block, dropped: [line(1, 1)] }, one => one.id)).toBe(
    '1 without room, next out: g0',
  )
  expect(nextOutWords({ ...block, rules: 15, next: null })).toBe('')
  expect(sizeWords(block)).toBe('3 of 15 rules, 100 of 900 tokens')
})

test('a file past what one of its readers takes in is told', () => {
  const file = { text: 'x'.repeat(50), maxCharacters: 40 } as PlannedFile
  expect(limitWords(file)).toContain('50 characters; one of its readers stops at 40')
  expect(limitWords({ ...file, maxCharacters: 50 })).toBeNull()
})

test('a scope is read with commas, and every glob says what it matches', () => {
  expect(readGlobs(' src/** ,, lib/*.js,src/** ')).toEqual(['src/**', 'lib/*.js'])
  const checks = checkScope('src/**, lib/*.py, ../x, a b', ['src/a.js', 'src/b/c.js', 'lib/d.js'])
  expect(checks.map(globWords)).toEqual([
    '2 files',
    'no file: this glob matches nothing',
    expect.stringContaining('refused'),
    expect.stringContaining('refused'),
  ])
})

test('an edit by hand is offered by what can become of it', () => {
  const learned: Guardrail = { ...line(0, 1), layer: 'learned' }
  const edit = {
    path: 'AGENTS.md',
    reworded: [{ guardrail: learned, text: 'NEVER do that: it breaks.' }],
    removed: [line(1, 1)],
    added: ['- my own line'],
  }
  const offers = handEditOffers(edit, id => id === 'g0')
  expect(offers.map(offer => offer.kind)).toEqual([
    'asks',
    'removed',
    'added',
    'asks',
    'removed',
    'asks',
    'added',
  ])
  expect(offers[3]?.text).toContain('so it comes back')
  expect(offers[5]?.text).toContain('belongs to no rule')
})

test('what was written is told with what git status shows of it', () => {
  const change = { path: 'AGENTS.md', kind: 'create' as const, before: '', after: 'x', targets: [] }
  expect(writtenLines([change], [{ code: '??', path: 'AGENTS.md' }])).toEqual([
    'created AGENTS.md',
    '',
    'git status --short shows:',
    '?? AGENTS.md',
  ])
  expect(writtenLines([change], null)[1]).toContain('not in git')
  expect(writtenLines([change], [])[1]).toContain('git ignores')
})
