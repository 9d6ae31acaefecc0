import { describe, expect, test } from 'vitest'
import { bookmarkOf } from '../../../source/core/session/bookmark.js'
import { planSession } from '../../../source/core/session/estimate.js'
import { findingGroups, plannedSession } from '../../../source/core/session/selectors.js'
import { aFinding, SessionRun } from '../../support/session.js'

const hash = (fingerprint: string) =>
  aFinding({ fingerprint, weakness: 'password-storage', severity: 'high', path: `${fingerprint}.js` })
const evil = (fingerprint: string) => aFinding({ fingerprint, path: `${fingerprint}.js` })
const ALL = [hash('h1'), hash('h2'), evil('e1'), evil('e2')]

const ids = (findings: readonly { readonly fingerprint: string }[]) => findings.map(one => one.fingerprint)

describe('a session of a length', () => {
  const groups = findingGroups(new SessionRun().scanned(ALL).session)

  test('takes the worst first and as many as the time allows, at least one', () => {
    expect(ids(planSession(groups, [], 1))).toEqual(['e1'])
    expect(ids(planSession(groups, [], 3))).toEqual(['e1', 'e2'])
    expect(ids(planSession(groups, [], 5))).toEqual(['e1', 'e2', 'h1', 'h2'])
    expect(planSession([], [], 5)).toEqual([])
  })

  test('leaves out what was set aside', () => {
    expect(ids(planSession(groups, ['e1', 'h1'], 30))).toEqual(['e2', 'h2'])
  })

  test('starts from the home screen and walks through all of it', () => {
    const run = new SessionRun().scanned(ALL)
    expect(ids(plannedSession(run.session))).toHaveLength(4)
    run.press('session-wanted')
    expect(run.session.visit).toMatchObject({
      finding: { fingerprint: 'e1' },
      round: ['e1', 'e2', 'h1', 'h2'],
    })
    run.press('put-off', 'put-off')
    expect(run.session.visit).toMatchObject({
      finding: { fingerprint: 'h1' },
      round: ['e1', 'e2', 'h1', 'h2'],
    })
  })
})

describe('taking a session up again', () => {
  const resumed = (step: string) =>
    new SessionRun().scanned(ALL, { resume: { fingerprint: 'h1', step, round: ['e1', 'gone', 'h1', 'h2'] } })

  test('goes on in the same round at the same finding', () => {
    const run = resumed('see').press('accepted')
    expect(run.session.visit).toMatchObject({ finding: { fingerprint: 'h1' }, round: ['e1', 'h1', 'h2'] })
    expect(bookmarkOf(run.session)).toMatchObject({ fingerprint: 'h1', round: ['e1', 'h1', 'h2'] })
  })

  test('at the question shows the question again once it is loaded, and the fixes when there is none', () => {
    const run = resumed('check').press('accepted')
    expect(run.session.screen.name).toBe('learn')
    run.settle('lesson', { type: 'lesson-loaded', lesson: null, isShort: false })
    expect(run.session.screen.name).toBe('fix')
  })

  test('a bookmark of an older version goes on with the findings of the same weakness', () => {
    const run = new SessionRun()
      .scanned(ALL, { resume: { fingerprint: 'h2', step: 'fix', round: [] } })
      .press('accepted')
    expect(run.session).toMatchObject({ screen: { name: 'fix' }, visit: { round: ['h1', 'h2'] } })
  })
})
