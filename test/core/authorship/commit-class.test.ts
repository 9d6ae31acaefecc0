import { expect, test } from 'vitest'
import { classOfCommit } from '../../../source/core/authorship/commit-class.js'

const commit = { name: 'Ada', email: 'ada@example.org', at: '2026-03-01T10:00:00+01:00', coAuthors: [] }
const nobody = { before: null }

test('a commit without a sign is unknown, never human', () => {
  expect(classOfCommit(commit, nobody)).toBe('unknown')
})

test('a day declared as people’s work makes unsigned commits before it human', () => {
  expect(classOfCommit(commit, { before: '2026-03-02' })).toBe('human')
  expect(classOfCommit(commit, { before: '2026-03-01' })).toBe('unknown')
})

test.each([
  ['Claude', 'noreply@anthropic.com'],
  ['copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com'],
  ['Cursor Agent', 'cursoragent@cursor.com'],
  ['devin-ai-integration[bot]', '158243242+devin-ai-integration[bot]@users.noreply.github.com'],
  ['Ada (aider)', 'noreply@aider.chat'],
])('%s <%s> is ai as an author and mixed as a co-author, whatever was declared', (name, email) => {
  const declared = { before: '2030-01-01' }
  expect(classOfCommit({ ...commit, name, email }, declared)).toBe('ai')
  expect(classOfCommit({ ...commit, coAuthors: [`${name} <${email}>`] }, declared)).toBe('mixed')
})

test('a person with a colleague, or a bot that writes no code, is unknown', () => {
  expect(classOfCommit({ ...commit, coAuthors: ['Claude Monet <claude@example.org>'] }, nobody)).toBe(
    'unknown',
  )
  expect(classOfCommit({ ...commit, name: 'dependabot[bot]' }, nobody)).toBe('unknown')
})
