import { describe, expect, test } from 'vitest'
import type { Guardrail } from '../../../source/core/guardrail/target.js'
import { baseRelations } from '../../../source/core/learned-rule/base-relations.js'
import { gateChecks } from '../../../source/core/learned-rule/gate-checks.js'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import { mergedRule, mergePartners } from '../../../source/core/learned-rule/merge-rules.js'
import { mergeWords } from '../../../source/core/learned-rule/merge-words.js'
import { patternLines } from '../../../source/core/learned-rule/pattern-lines.js'
import { ruleSections } from '../../../source/core/learned-rule/review-sections.js'
import { isAsLeft } from '../../../source/core/learned-rule/rule-change.js'
import { aRule } from '../../support/session.js'

const PATTERN: LearnedRule['detector'] = {
  kind: 'pattern',
  language: 'javascript',
  rule: { pattern: 'db.query($A)' },
  constraints: {
    A: { kind: 'template_string', has: { kind: 'template_substitution' } },
    B: { any: ['a', 'b', 'c', 'd'].map(kind => ({ kind })) },
  },
  fix: 'db.query($A, [])',
}

describe('the gates', () => {
  const verdicts = (rule: LearnedRule, found: Parameters<typeof gateChecks>[1]) =>
    gateChecks(rule, found).map(check => check.verdict)

  test('wait for the look through the project, then ask about the places of a learned pattern', () => {
    const rule = aRule({ detector: PATTERN })
    expect(verdicts(rule, null)).toEqual(['passed', 'passed', 'waits', 'waits'])
    const places = [{ path: 'a.js', line: 1 }]
    expect(verdicts(rule, { places, safe: { samples: 9, hits: 0 } })).toEqual([
      'passed',
      'passed',
      'passed',
      'asks',
    ])
    expect(verdicts(rule, { places: [], safe: { samples: 9, hits: 2 } })).toEqual([
      'passed',
      'passed',
      'failed',
      'passed',
    ])
  })

  test('a detector that does not hold says what it would do wrong', () => {
    const gate = { firesOnBefore: false, silentOnAfter: false }
    const checks = gateChecks(aRule({ gate }), { places: [], safe: null })
    expect(checks.map(check => check.verdict)).toEqual(['failed', 'failed', 'passed', 'passed'])
    expect(checks[0]?.why).toContain('it would miss the same mistake')
    expect(checks[1]?.why).toContain('it would call the fix a mistake')
  })

  test('places of a shipped rule are open findings and need no word', () => {
    const checks = gateChecks(aRule(), { places: [{ path: 'a.js', line: 1 }], safe: null })
    expect(checks.at(-1)).toEqual({ verdict: 'passed', why: 'matches 1 more place, each an open finding' })
  })
})

test('a pattern is told with what its variables must be and what it writes', () => {
  expect(patternLines(PATTERN)).toEqual({
    finds: [
      'db.query($A)',
      'where $A is template string with template substitution in it',
      'where $B is a or b or c or one of 1 more kinds',
    ],
    writes: ['db.query($A, [])'],
  })
})

test('a stored pattern of a form that nobody knows does not break the review', () => {
  const odd = { kind: 'pattern', language: 'javascript', rule: { regex: 'x' } } as const
  expect(patternLines(odd).finds).toEqual(['a form this version does not know'])
  let deep: unknown = { kind: 'x' }
  for (let level = 0; level < 20_000; level++) deep = { not: deep }
  for (const [rule, constraints] of [
    [null, undefined],
    [7, 'text'],
    [[], null],
    [{ any: [null, 'x'] }, { A: null }],
    [deep, { A: deep }],
  ]) {
    const detector = { kind: 'pattern', language: 'javascript', rule, constraints } as const
    expect(patternLines(detector).finds[0]).toContain('a form this version does not know')
  }
})

describe('base lines', () => {
  const line = (text: string, weakness = 'code-injection'): Guardrail => ({
    id: 'base',
    layer: 'base',
    weakness,
    text,
    scope: [],
    score: 1,
  })
  const relation = (rule: LearnedRule, one: Guardrail, isPolicy = false) =>
    baseRelations(rule, [one], () => isPolicy).map(found => found.kind)

  test('of the same weakness are replaced by a rule for the whole project, and stand beside a scoped one', () => {
    const other = line('NEVER open shells for strangers: they stay. Use a queue.')
    expect(relation(aRule(), other)).toEqual(['replaced'])
    expect(relation(aRule({ scope: ['web/**'] }), other)).toEqual(['beside'])
    expect(relation(aRule(), other, true)).toEqual(['beside'])
  })

  test('that forbid the call a rule advises contradict it, whatever their weakness', () => {
    const rule = aRule({ text: 'NEVER call `eval`: it runs. Use `vm.run`.' })
    expect(relation(rule, line('NEVER call `vm.run`: it is no sandbox.', 'sandbox'))).toEqual(['contradicts'])
    expect(relation(rule, line('NEVER read `secrets`: private.', 'sandbox'))).toEqual([])
  })

  test('that say the same are told as such', () => {
    expect(relation(aRule(), line(aRule().text))).toEqual(['says-the-same'])
  })
})

describe('a merge', () => {
  const keep = aRule({ id: 'a', anchors: ['eval'], scope: ['web/**'], evidence: ['r1'] })
  const drop = aRule({
    id: 'b',
    anchors: ['Function'],
    scope: ['api/**'],
    evidence: ['r2'],
    gate: { firesOnBefore: false, silentOnAfter: true },
    status: 'promoted',
  })

  test('is shown as it will be written, with what gets lost', () => {
    const merged = mergedRule(keep, drop)
    expect(merged).toMatchObject({
      id: 'a',
      text: keep.text,
      anchors: ['Function', 'eval'],
      scope: ['api/**', 'web/**'],
      evidence: ['r1', 'r2'],
    })
    const { outcome, warnings } = mergeWords(keep, drop)
    expect(outcome).toContainEqual(['behind it', '2 fixes'])
    expect(warnings).toEqual([
      expect.stringContaining('no longer enforced'),
      expect.stringContaining('assistants stop reading it'),
    ])
  })

  test('finds partners of one weakness and language, the likest first, retired ones left out', () => {
    const rule = aRule({ id: 'a', text: 'NEVER call `eval` with input: it runs. Use `JSON.parse`.' })
    const others = [
      aRule({ id: 'far', text: 'NEVER build templates from requests: they run. Use files.' }),
      aRule({ id: 'near', text: 'NEVER call `eval` with any input: it runs. Use `JSON.parse`.' }),
      aRule({ id: 'contrary', text: 'NEVER call `eval` with input: it runs. Use a table of functions.' }),
      aRule({ id: 'old', status: 'retired' }),
      aRule({ id: 'python', language: 'python' }),
    ]
    const found = mergePartners(rule, [rule, ...others])
    expect(found.map(one => one.rule.id)).toEqual(['near', 'contrary', 'far'])
    expect(found.map(one => one.isConflict)).toEqual([false, true, false])
  })
})

test('a rule is as a decision left it until somebody else decides; more evidence does not count', () => {
  const left = aRule({ status: 'promoted' })
  expect(isAsLeft({ ...left, evidence: ['r1', 'r9'], anchors: ['x'] }, left)).toBe(true)
  expect(isAsLeft({ ...left, text: 'NEVER other.' }, left)).toBe(false)
  expect(isAsLeft({ ...left, status: 'stale' }, left)).toBe(false)
})

test('the sections of a promoted rule say when it has lost its ground, and of a retired one why', () => {
  const of = (rule: LearnedRule, lost?: string) => {
    const found = { places: [], safe: null, ...(lost === undefined ? {} : { lost }) }
    const sections = ruleSections(rule, { facts: null, found, files: [], partners: [] })
    return sections.find(section => section.name === 'why')?.lines.map(line => line.text)
  }
  const promoted = aRule({ status: 'promoted' })
  expect(of(promoted, '`lib/db` is no longer in the project.')).toEqual([
    'it has lost its ground: `lib/db` is no longer in the project.',
  ])
  expect(of(promoted)).toBeUndefined()
  expect(of(aRule({ status: 'retired', reason: 'linter' }))).toEqual(['linter'])
})

test('the sections of a rule tell a glob that matches nothing', () => {
  const rule = aRule({ scope: ['web/**', 'gone/**'] })
  const known = { facts: null, found: null, files: ['web/a.js'], partners: [] }
  const where = ruleSections(rule, known).find(section => section.name === 'where')
  expect(where?.lines).toEqual([
    { text: 'web/**  1 file', kind: 'text' },
    { text: 'gone/**  no file: this glob matches nothing', kind: 'asks' },
  ])
})
