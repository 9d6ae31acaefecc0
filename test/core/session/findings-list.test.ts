import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../source/core/finding/finding.js'
import { findingRows, otherPlaces } from '../../../source/core/session/finding-rows.js'
import { aFinding, SessionRun } from '../../support/session.js'

const sql = { ruleId: 'js/sql', title: 'SQL injection', weakness: 'sql-injection' } as const
const FOUND: readonly Finding[] = [
  aFinding({ fingerprint: 'e1', path: 'z.js', ruleId: 'js/eval', severity: 'critical', confidence: 'low' }),
  aFinding({ fingerprint: 's1', path: 'b.js', severity: 'high', confidence: 'high', cwe: [89], ...sql }),
  aFinding({ fingerprint: 'e2', path: 'a.js', ruleId: 'js/eval', severity: 'critical', confidence: 'high' }),
]

function list(): SessionRun {
  return new SessionRun().scanned(FOUND).send({ type: 'tab-opened', tab: 'findings' })
}

function shown({ session }: SessionRun): readonly string[] {
  if (session.screen.name !== 'findings') return []
  return findingRows(session, session.screen).map(row =>
    row.kind === 'rule'
      ? `${row.ruleId} ${row.findings.length}${row.isFolded ? ' folded' : ''}`
      : row.finding.fingerprint,
  )
}

describe('the list of findings', () => {
  test('stands under its rules, the rule of the worst finding first, on a finding', () => {
    const run = list()
    expect(shown(run)).toEqual(['js/eval 2', 'e2', 'e1', 'js/sql 1', 's1'])
    expect(run.session.screen).toMatchObject({ cursor: 1 })
  })

  test('is sorted by how sure and by file, one by one too', () => {
    const run = list().press('grouping-switched')
    expect(shown(run)).toEqual(['e2', 'e1', 's1'])
    expect(shown(run.press('order-changed'))).toEqual(['e2', 's1', 'e1'])
    expect(shown(run.press('order-changed'))).toEqual(['e2', 's1', 'e1'])
    expect(run.session.screen).toMatchObject({ order: 'file', cursor: 0 })
  })

  test('asks git once for the newest, shows what is known meanwhile, and puts what is not committed first', () => {
    const run = list().press('grouping-switched', 'order-changed', 'order-changed', 'order-changed')
    expect(run.effects.at(-1)).toMatchObject({ type: 'load-ages', lane: 'ages' })
    const dates = { e1: '2026-03-01T00:00:00.000Z', e2: '2025-01-01T00:00:00.000Z', s1: null }
    run.settle('ages', { type: 'ages-progressed', ages: { dates: {}, done: 1, total: 3 } })
    expect(run.session.ages).toMatchObject({ done: 1 })
    run.settle('ages', { type: 'ages-loaded', ages: { dates, done: 3, total: 3 } })
    expect(shown(run)).toEqual(['s1', 'e1', 'e2'])
    const before = run.effects.length
    run.press('order-changed', 'order-changed', 'order-changed', 'order-changed')
    expect(run.effects).toHaveLength(before)
  })

  test('a rule folds its findings away and shows them again, all rules at once too', () => {
    const run = list().down(-1).press('accepted')
    expect(shown(run)).toEqual(['js/eval 2 folded', 'js/sql 1', 's1'])
    expect(shown(run.press('accepted'))).toEqual(['js/eval 2', 'e2', 'e1', 'js/sql 1', 's1'])
    expect(shown(run.press('groups-folded'))).toEqual(['js/eval 2 folded', 'js/sql 1 folded'])
    expect(shown(run.press('groups-folded'))).toHaveLength(5)
  })

  test('is searched by place, name, number and the words on the screen', () => {
    const search = (words: string) => shown(list().press('filter-opened').type(words).press('accepted'))
    expect(search('cwe-89')).toEqual(['js/sql 1', 's1'])
    expect(search('to be checked')).toEqual(['js/eval 1', 'e1'])
    expect(search('critical a.js')).toEqual(['js/eval 1', 'e2'])
    expect(search('nothing such')).toEqual([])
  })

  test('opening a finding walks through those of its rule, or through all that are listed one by one', () => {
    expect(list().press('accepted').session.visit).toMatchObject({ round: ['e2', 'e1'] })
    expect(list().press('grouping-switched', 'accepted').session.visit).toMatchObject({
      round: ['e2', 'e1', 's1'],
    })
  })

  test('the finding names the other places of its rule, wherever it was opened from', () => {
    const run = list().press('accepted')
    expect(otherPlaces(run.session).map(one => one.fingerprint)).toEqual(['e1'])
  })
})
