import { expect, test } from 'vitest'
import { proposeTargets } from '../../../source/core/guardrail/choose-targets.js'
import { projectFiles } from '../../../source/core/guardrail/project-files.js'
import { shadowedBy } from '../../../source/core/guardrail/shadowing.js'

function propose(paths: readonly string[], texts: Readonly<Record<string, string>> = {}) {
  const { targets, covered } = proposeTargets(projectFiles(paths, new Map(Object.entries(texts))))
  return { targets: targets.map(one => one.id), covered: covered.map(one => one.id) }
}

test('a project that uses no assistant gets AGENTS.md', () => {
  expect(propose(['src/a.js'])).toEqual({ targets: ['agents-md'], covered: [] })
})

test('where AGENTS.md is in use, assistants that read it get no second file', () => {
  expect(propose(['AGENTS.md', '.cursor/rules/own.mdc', '.github/copilot-instructions.md'])).toEqual({
    targets: ['agents-md'],
    covered: ['github-copilot', 'cursor'],
  })
})

test('Claude Code has a file of its own when a CLAUDE.md keeps it from AGENTS.md, unless that imports it', () => {
  expect(propose(['AGENTS.md'], { 'CLAUDE.md': '# Rules\n' }).targets).toEqual(['agents-md', 'claude-code'])
  expect(propose(['AGENTS.md'], { 'CLAUDE.md': '@AGENTS.md\n' }).targets).toEqual(['agents-md'])
})

test('without AGENTS.md each assistant in use gets its own file and none is created for the others', () => {
  expect(propose(['CLAUDE.md', '.cursor/mcp.json']).targets).toEqual(['claude-code', 'cursor'])
})

test('an assistant that reads nothing but AGENTS.md brings it in, and then carries the others', () => {
  expect(propose(['.codex/config.toml', '.cursor/mcp.json'])).toEqual({
    targets: ['agents-md'],
    covered: ['cursor', 'codex'],
  })
})

test('a generator of rules files is the only one written', () => {
  expect(propose(['.rulesync/rules/a.md', 'CLAUDE.md', 'AGENTS.md', '.cursor/rules/a.mdc']).targets).toEqual([
    'rulesync',
  ])
})

test.each([
  ['CLAUDE.md', ['AGENTS.md'], 'AGENTS.md'],
  ['.github/copilot-instructions.md', ['AGENTS.md'], 'AGENTS.md'],
  ['.junie/AGENTS.md', ['AGENTS.md'], 'AGENTS.md'],
  ['AGENTS.override.md', ['AGENTS.md'], 'AGENTS.md'],
  ['AGENTS.md', ['CLAUDE.md'], 'CLAUDE.md'],
  ['.roo/rules/guardrail-coach.md', ['.roorules'], '.roorules'],
  ['.rules', ['.cursorrules'], '.cursorrules'],
])('creating %s beside %j would hide %s from somebody', (path, existing, hidden) => {
  expect(shadowedBy(projectFiles(existing), path).map(one => one.path)).toContain(hidden)
})

test.each([
  ['.claude/rules/guardrail-coach.md', ['CLAUDE.md', 'AGENTS.md']],
  ['.cursor/rules/guardrail-coach.mdc', ['AGENTS.md', '.cursorrules']],
  ['.github/instructions/guardrail-coach.instructions.md', ['AGENTS.md']],
  ['AGENTS.md', []],
])('creating %s beside %j hides nothing', (path, existing) => {
  expect(shadowedBy(projectFiles(existing), path)).toEqual([])
})
