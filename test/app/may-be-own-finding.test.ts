import { expect, test } from 'vitest'
import { mayBeOwnFinding } from '../../source/app/may-be-own-finding.js'
import { findingIntroduced, lessonSeen } from '../../source/app/quiz-events.js'
import type { CommitAuthor } from '../../source/core/authorship/commit-class.js'
import { findFakes } from '../support/fake-scanner.js'
import { sampleLesson } from '../support/quiz-samples.js'
import { createQuizToolbox } from '../support/quiz-toolbox.js'

const COMMIT = 'c'.repeat(40)
const CHECK = { item: 'x/1', format: 'choose-the-fix', right: true, sure: true, hinted: false, ms: 4000 }
const [finding] = findFakes('a.js', 'eval(x)\n')
if (!finding) throw new Error('no finding')

/** The developer Ada learned the weakness on 23 November and a day has passed. */
async function learned(commit: Partial<CommitAuthor> | null) {
  const base = createQuizToolbox([sampleLesson('code-injection', 'A05:2025', ['choose-the-fix'])])
  await lessonSeen(base, finding ?? { weakness: '', path: '' }, CHECK)
  base.pass(1)
  const author = {
    name: 'Ada',
    email: 'ada@example.org',
    at: '2026-11-24T09:00:00Z',
    coAuthors: [],
    ...commit,
  }
  const git = {
    ...base.git,
    state: async () => ({ isRepository: true, branch: 'main', dirty: false, user: 'Ada' }),
    lineCommits: async () => [commit === null ? null : COMMIT],
    commitAuthors: async () => new Map([[COMMIT, author]]),
  }
  return { ...base, git }
}

test('a line that is not committed, or committed under the own name since, is asked about, once', async () => {
  for (const commit of [null, {}]) {
    const tools = await learned(commit)
    expect(await mayBeOwnFinding(tools, finding)).toBe(true)
    await findingIntroduced(tools, finding, 'ai')
    expect(await mayBeOwnFinding(tools, finding)).toBe(false)
  }
})

test.each<[string, Partial<CommitAuthor>]>([
  ['someone else’s', { name: 'Bob' }],
  ['from before it was learned', { at: '2026-11-20T09:00:00Z' }],
  ['signed by an assistant', { coAuthors: ['Claude <noreply@anthropic.com>'] }],
])('a line that is %s is not asked about', async (_, commit) => {
  expect(await mayBeOwnFinding(await learned(commit), finding)).toBe(false)
})

test('outside git, and for what was never learned, nothing is asked', async () => {
  const tools = await learned(null)
  const outside = {
    ...tools.git,
    state: async () => ({ isRepository: false, branch: '', dirty: false, user: 'Ada' }),
  }
  expect(await mayBeOwnFinding({ ...tools, git: outside }, finding)).toBe(false)
  expect(await mayBeOwnFinding(tools, { ...finding, weakness: 'ssrf' })).toBe(false)
})
