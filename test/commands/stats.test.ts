import { expect, test } from 'vitest'
import { fixCommand } from '../../source/commands/fix.js'
import { statsCommand } from '../../source/commands/stats.js'
import { findFakes } from '../support/fake-scanner.js'
import { createFakeToolbox } from '../support/fake-toolbox.js'
import { runCommand } from '../support/run-command.js'

const FILES = { 'a.js': 'eval(x)\n', 'b.js': 'eval(y)\nmd5(z)\n' }

test('every finding is counted once: fixed ones by their record, later ones apart from open ones', async () => {
  const tools = createFakeToolbox({ files: FILES })
  const [first] = findFakes('a.js', FILES['a.js'])
  const later = findFakes('b.js', FILES['b.js'])[1]?.fingerprint ?? ''
  await runCommand(fixCommand, tools, [first?.fingerprint ?? '', '--choice', 'parse-json', '--yes'])
  await tools.personal.saveBookmark('/project', { fingerprint: '', step: '', later: [later] })
  const { io, exitCode } = await runCommand(statsCommand, tools, ['--json'])
  expect(exitCode).toBe(0)
  expect(JSON.parse(io.stdout())).toEqual({
    schemaVersion: 1,
    findings: { open: 1, low: 0, medium: 0, high: 0, critical: 1, later: 1, exempt: 0 },
    fixed: 1,
    rules: { candidate: 1, promoted: 0, stale: 0, retired: 0 },
    weaknesses: [
      { weakness: 'broken-crypto', open: 0, later: 1, exempt: 0, fixed: 0 },
      { weakness: 'code-injection', open: 1, later: 0, exempt: 0, fixed: 1 },
    ],
  })
})

test('with --authors, lines and findings are told by who wrote them, and too little data is said to be that', async () => {
  const commits = ['a'.repeat(40), 'b'.repeat(40)]
  const author = (email: string) => ({ name: 'x', email, at: '2026-01-01T00:00:00Z', coAuthors: [] })
  const base = createFakeToolbox({ files: FILES })
  const tools = {
    ...base,
    git: {
      ...base.git,
      lineCommits: async (path: string) =>
        path === 'a.js' ? [commits[0] ?? null] : [commits[1] ?? null, null],
      commitAuthors: async () =>
        new Map([
          [commits[0] ?? '', author('noreply@anthropic.com')],
          [commits[1] ?? '', author('ada@example.org')],
        ]),
    },
  }
  const told = await runCommand(statsCommand, tools, ['--json', '--authors', '--human-before', '2026-02-01'])
  const { authors } = JSON.parse(told.io.stdout())
  expect(authors.classes.map((one: { author: string; findings: number; lines: number }) => one)).toEqual([
    { author: 'human', findings: 1, lines: 1, rate: null },
    { author: 'ai', findings: 1, lines: 1, rate: null },
    { author: 'mixed', findings: 0, lines: 0, rate: null },
    { author: 'unknown', findings: 1, lines: 1, rate: null },
  ])
  expect(authors.coverage).toBe(0.67)
  expect(authors.aiToHuman).toBeNull()
  const plain = await runCommand(statsCommand, tools, ['--authors'])
  expect(plain.io.stdout()).toContain('1 finding in 1 line: not enough data')
  expect(plain.io.stdout()).toContain('cannot be compared')
})

test('a day that is none is wrong use', async () => {
  const { exitCode } = await runCommand(statsCommand, createFakeToolbox(), ['--human-before', 'soon'])
  expect(exitCode).toBe(2)
})
