import { expect, test } from 'vitest'
import type { Session } from '../../source/core/session/session.js'
import { headerOf } from '../../source/tui/session/header-of.js'
import { SessionRun } from '../support/session.js'

test('home says that there are uncommitted changes once the session has written something', () => {
  const { session } = new SessionRun()
  const home: Session = {
    ...session,
    screen: { name: 'home' } as Session['screen'],
    overlay: null,
    project: { ...session.project, branch: 'main', dirty: false },
  }
  expect(headerOf(home).facts).toEqual(['main', 'clean'])
  const mended = [{ fingerprint: 'f', path: 'a.js', title: 'Code injection' }]
  expect(headerOf({ ...home, tally: { ...home.tally, mended } }).facts).toEqual([
    'main',
    'uncommitted changes',
  ])
  expect(headerOf({ ...home, tally: { ...home.tally, filesSynced: ['AGENTS.md'] } }).facts).toEqual([
    'main',
    'uncommitted changes',
  ])
})
