import { describe, expect, test } from 'vitest'
import type { LearnedRule } from '../../../source/core/learned-rule/learned-rule.js'
import type { RuleFacts, RuleReview } from '../../../source/core/learned-rule/rule-review.js'
import type { FilePlan } from '../../../source/core/session/file-plan.js'
import { markedRule, mergePair, shownRules } from '../../../source/core/session/rule-selectors.js'
import { NEW_RULES } from '../../../source/core/session/rules-screen.js'
import { summariseSession } from '../../../source/core/session/summarise-session.js'
import { aRule, SessionRun } from '../../support/session.js'

const facts = (score: number): RuleFacts => ({ score, fixes: [], base: [], outlook: null })
const pattern = { kind: 'pattern', language: 'javascript', rule: { pattern: 'run($A)' } } as const

const RULES: readonly LearnedRule[] = [
  aRule({ id: 'rule-a', status: 'promoted', text: 'NEVER a: x.' }),
  aRule({ id: 'rule-b', weakness: 'sql-injection', text: 'NEVER b: x.' }),
  aRule({ id: 'rule-c', text: 'NEVER c: x.', detector: pattern }),
  aRule({ id: 'rule-d', status: 'retired', reason: 'old', text: 'NEVER d: x.' }),
]
const REVIEW: RuleReview = {
  facts: { 'rule-a': facts(1), 'rule-b': facts(9), 'rule-c': facts(3), 'rule-d': facts(5) },
  files: ['src/a.js', 'lib/b.js'],
}

function reviewing(rules = RULES) {
  return new SessionRun({ screen: NEW_RULES }).settle('records', {
    type: 'review-loaded',
    rules,
    review: REVIEW,
  })
}

function ids(run: SessionRun): readonly string[] {
  const { screen } = run.session
  return screen.name === 'rules' ? shownRules(run.session, screen).map(rule => rule.id.slice(-1)) : []
}

const marked = (run: SessionRun) => markedRule(run.session)?.id
const done = (run: SessionRun, before: LearnedRule, after: LearnedRule) =>
  run.settle('write', {
    type: 'rules-decided',
    change: { did: 'changed', before: [before], after: [after] },
    told: 'Done.',
  })

describe('the list', () => {
  test('goes through its orders, each with a last word so that two runs agree', () => {
    const run = reviewing()
    expect(ids(run)).toEqual(['b', 'c', 'a', 'd'])
    expect(ids(run.press('order-changed'))).toEqual(['b', 'd', 'c', 'a'])
    run.press('order-changed')
    expect(run.session.screen).toMatchObject({ order: 'newest' })
    expect(ids(run.press('order-changed'))).toEqual(['c', 'a', 'd', 'b'])
    expect(ids(run.press('order-changed'))).toEqual(['b', 'c', 'a', 'd'])
  })

  test('shows one state at a time, then all again, and Esc shows all at once', () => {
    const run = reviewing()
    expect(ids(run.press('state-changed'))).toEqual(['b', 'c'])
    expect(ids(run.press('state-changed'))).toEqual(['a'])
    expect(ids(run.press('went-back'))).toEqual(['b', 'c', 'a', 'd'])
    expect(run.session.screen.name).toBe('rules')
  })

  test('is narrowed while a filter is typed', () => {
    const run = reviewing().press('filter-opened').type('sql')
    expect(ids(run)).toEqual(['b'])
    expect(ids(run.press('accepted'))).toEqual(['b'])
    expect(ids(run.press('went-back'))).toEqual(['b', 'c', 'a', 'd'])
  })

  test('with nothing to show takes every key without a decision', () => {
    const run = reviewing().press('filter-opened').type('zzz').press('accepted')
    run.press('promote-wanted', 'edit-wanted', 'scope-wanted', 'merge-wanted', 'retire-wanted', 'accepted')
    expect(run.count('decide')).toBe(0)
    expect(run.session.screen).toMatchObject({ name: 'rules', ask: null })
  })

  test('Enter reads the rule: the arrows then move its text, Esc goes back to the list', () => {
    const run = reviewing().press('accepted')
    run.send({ type: 'text-measured', scrollLimit: 9 }).down()
    expect(run.session.screen).toMatchObject({ isReading: true, scroll: 1, cursor: 0 })
    expect(run.press('went-back').session.screen).toMatchObject({ isReading: false, scroll: 0 })
  })
})

describe('where detectors match', () => {
  test('is looked for once, and only while somebody reviews', () => {
    const run = reviewing()
    expect(run.effects.at(-1)).toMatchObject({ type: 'look-for-places' })
    const home = new SessionRun({ screen: { name: 'home', cursor: 0 } })
    home.session = { ...home.session, pending: { records: 99 } }
    home.settle('records', { type: 'review-loaded', rules: RULES, review: REVIEW })
    expect(home.count('look-for-places')).toBe(0)
  })

  test('a learned pattern that matches elsewhere is promoted only after a word on those places', () => {
    const run = reviewing().down()
    expect(marked(run)).toBe('rule-c')
    run.settle('places', {
      type: 'places-found',
      places: { 'rule-c': { places: [{ path: 'x.js', line: 3 }], safe: null } },
    })
    run.press('promote-wanted')
    expect(run.session.screen).toMatchObject({ name: 'places', rule: 'rule-c' })
    expect(run.count('decide')).toBe(0)
    run.press('places-confirmed')
    expect(run.effects.at(-1)).toMatchObject({
      decision: { kind: 'promote', arePlacesConfirmed: true, isSentenceAlone: false },
    })
  })

  test('when those places are fine the sentence alone is promoted', () => {
    const run = reviewing().down()
    run.settle('places', {
      type: 'places-found',
      places: { 'rule-c': { places: [{ path: 'x.js', line: 3 }], safe: null } },
    })
    run.press('promote-wanted', 'sentence-promoted')
    expect(run.effects.at(-1)).toMatchObject({
      decision: { isSentenceAlone: true, arePlacesConfirmed: false },
    })
  })
})

describe('what is typed', () => {
  test('a sentence that could not be written stays open, with the reason', () => {
    const run = reviewing().press('edit-wanted').type(' @include').press('accepted')
    expect(run.session.notice).toMatchObject({ text: expect.stringContaining('@word') })
    expect(run.session.screen).toMatchObject({ ask: { of: 'edit' } })
    expect(run.count('decide')).toBe(0)
  })

  test('a scope is read as globs, and one that leaves the project stays open', () => {
    const run = reviewing().press('scope-wanted').type('src/**, ../x').press('accepted')
    expect(run.count('decide')).toBe(0)
    run.press('went-back', 'scope-wanted').type('src/**,lib/*.js').press('accepted')
    expect(run.effects.at(-1)).toMatchObject({ decision: { kind: 'scope', globs: ['src/**', 'lib/*.js'] } })
  })

  test('what was not changed is not written', () => {
    const run = reviewing().press('edit-wanted', 'accepted', 'scope-wanted', 'accepted')
    expect(run.count('decide')).toBe(0)
    expect(run.session.screen).toMatchObject({ ask: null })
  })
})

describe('a merge', () => {
  test('shows who stays, can be turned around, and asks first', () => {
    const run = reviewing().down().press('merge-wanted')
    const pair = () => {
      const { screen } = run.session
      const found = screen.name === 'merge' ? mergePair(run.session, screen) : null
      return found && [found.keep.id, found.drop.id]
    }
    expect(pair()).toEqual(['rule-c', 'rule-a'])
    run.press('sides-swapped')
    expect(pair()).toEqual(['rule-a', 'rule-c'])
    expect(run.count('decide')).toBe(0)
    run.press('accepted', 'accepted')
    expect(run.count('decide')).toBe(1)
    expect(run.effects.at(-1)).toMatchObject({ decision: { kind: 'merge', keep: { id: 'rule-a' } } })
  })
})

describe('undo', () => {
  test('takes decisions back one after the other, the last one first', () => {
    const run = reviewing()
    const [, b] = RULES
    if (!b) throw new Error('no rule')
    const first = { ...b, text: 'NEVER b: y.' }
    const second = { ...first, status: 'promoted' as const }
    run.press('edit-wanted').type('x').press('accepted')
    done(run, b, first).press('promote-wanted')
    done(run, first, second)
    expect(run.session.decisions).toHaveLength(2)
    run.press('decision-undone', 'decision-undone')
    expect(run.count('take-back')).toBe(1)
    const takenBack = () => {
      const change = run.session.decisions.at(-1)
      if (!change) throw new Error('nothing to take back')
      return run.settle('write', { type: 'decision-taken-back', change })
    }
    takenBack()
    expect(run.session.rules.find(rule => rule.id === b.id)).toEqual(first)
    run.press('decision-undone')
    takenBack()
    expect(run.session.rules.find(rule => rule.id === b.id)).toEqual(b)
    expect(run.session.decisions).toEqual([])
    expect(marked(run)).toBe(b.id)
  })

  test('a merge that is taken back brings the other rule back', () => {
    const run = reviewing().down().press('merge-wanted', 'accepted')
    const [a, , c] = RULES
    if (!a || !c) throw new Error('no rules')
    const change = { did: 'merged', before: [c, a], after: [{ ...c, text: 'NEVER both: x.' }] }
    run.settle('write', { type: 'rules-decided', change, told: 'Merged.' })
    expect(run.session.screen.name).toBe('rules')
    expect(ids(run)).toEqual(['b', 'c', 'd'])
    run.press('decision-undone').settle('write', { type: 'decision-taken-back', change })
    expect(ids(run)).toEqual(['b', 'c', 'a', 'd'])
  })
})

test('what was decided and written is told once the coach is left', () => {
  const run = reviewing()
  const [, b] = RULES
  if (!b) throw new Error('no rule')
  run.press('edit-wanted').type('x').press('accepted')
  done(run, b, { ...b, text: 'NEVER b: y.' })
  expect(summariseSession(run.session)[0]).toContain('1 decision on learned rules.')
  const filesSynced = ['AGENTS.md']
  const written = { ...run.session, decisions: [], tally: { ...run.session.tally, filesSynced } }
  expect(summariseSession(written)[0]).toContain('files of your assistants written.')
})

test('promoting a rule that has no room in the block says so', () => {
  const run = reviewing()
  const outlook = { lineTokens: 40, fits: false, rules: 15, tokens: 600, dropsOut: [] }
  const review = { ...REVIEW, facts: { ...REVIEW.facts, 'rule-b': { ...facts(9), outlook } } }
  run.session = { ...run.session, review }
  const [, b] = RULES
  if (!b) throw new Error('no rule')
  const change = { did: 'promoted', before: [b], after: [{ ...b, status: 'promoted' as const }] }
  run.press('promote-wanted').settle('write', { type: 'rules-decided', change, told: 'Promoted.' })
  expect(run.session.notice).toMatchObject({ text: expect.stringContaining('the block is full') })
})

describe('the files', () => {
  const file = (path: string, over = {}) => ({
    path,
    carrier: 'own-file' as const,
    role: 'always' as const,
    targets: [path],
    names: [path],
    readers: [],
    guardrails: [],
    text: 'x',
    maxCharacters: null,
    ...over,
  })
  const change = (path: string) => ({
    path,
    kind: 'create' as const,
    before: '',
    after: 'x',
    targets: [path],
  })
  const edit = { path: 'b.md', reworded: [], removed: [], added: ['- mine'] }
  const plan: FilePlan = {
    files: [file('a.md'), file('b.md'), file('c.md')],
    changes: [change('a.md')],
    refusals: [],
    handEdits: [edit],
    budget: { rules: 1, maxRules: 15, tokens: 9, maxTokens: 900, kept: [], dropped: [], next: null },
    notes: [],
    config: null,
  }
  const previewing = () => reviewing().press('files-wanted').settle('plan', { type: 'plan-made', plan })

  test('are gone through in both directions, around the end', () => {
    const run = previewing()
    const at = () => (run.session.screen.name === 'files' ? run.session.screen.cursor : -1)
    run.press('next-wanted')
    expect(at()).toBe(1)
    run.press('previous-wanted', 'previous-wanted')
    expect(at()).toBe(2)
  })

  test('an edit by hand is taken over or given up only where there is one', () => {
    const run = previewing()
    run.press('edit-taken-over')
    expect(run.effects.at(-1)).toMatchObject({ decision: { kind: 'take-over', edit } })
    const other = previewing().press('next-wanted', 'edit-taken-over', 'edit-dropped')
    expect(other.count('decide')).toBe(0)
    expect(previewing().press('edit-dropped').effects.at(-1)).toMatchObject({ dropEdits: ['b.md'] })
  })

  test('after an edit was taken over the files are worked out anew', () => {
    const run = previewing().press('edit-taken-over')
    const [a] = RULES
    if (!a) throw new Error('no rule')
    done(run, a, { ...a, edited: true })
    expect(run.count('plan-sync')).toBe(2)
  })
})
