import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { TARGETS } from '../../../source/core/guardrail/all-targets.js'
import { planPlace } from '../../../source/core/guardrail/plan-file.js'
import { projectFiles } from '../../../source/core/guardrail/project-files.js'
import { renderBody } from '../../../source/core/guardrail/render-guardrail.js'

const GOLDEN = join(import.meta.dirname, '../../golden/guardrails')
const NOTHING = projectFiles([])
const BODY = renderBody([
  {
    id: 'a',
    layer: 'learned',
    weakness: 'sql-injection',
    text: 'NEVER build SQL text from values (`db.query`): a value must never become SQL. Use `safeQuery` from `lib/db`.',
    scope: ['web/**'],
    score: 1,
  },
])

/** What each assistant's parser must find, from its vendor's documentation (formats.md §3 and §4.4). */
const ALWAYS: Readonly<Record<string, { readonly path: string; readonly head: object | null }>> = {
  'agents-md': { path: 'AGENTS.md', head: null },
  'agent-skill': { path: '.agents/skills/guardrail-coach/SKILL.md', head: { name: 'guardrail-coach' } },
  'claude-code': { path: '.claude/rules/guardrail-coach.md', head: null },
  'github-copilot': {
    path: '.github/instructions/guardrail-coach.instructions.md',
    head: { applyTo: '**' },
  },
  'copilot-cli': { path: '.github/instructions/guardrail-coach.instructions.md', head: { applyTo: '**' } },
  cursor: { path: '.cursor/rules/guardrail-coach.mdc', head: { alwaysApply: true } },
  codex: { path: 'AGENTS.md', head: null },
  'gemini-cli': { path: 'GEMINI.md', head: null },
  windsurf: { path: '.devin/rules/guardrail-coach.md', head: { trigger: 'always_on' } },
  antigravity: { path: '.agents/rules/guardrail-coach.md', head: { trigger: 'always_on' } },
  cline: { path: '.clinerules/guardrail-coach.md', head: null },
  'roo-code': { path: '.roo/rules/guardrail-coach.md', head: null },
  kilo: { path: 'AGENTS.md', head: null },
  continue: { path: '.continue/rules/guardrail-coach.md', head: { alwaysApply: true } },
  kiro: { path: '.kiro/steering/guardrail-coach.md', head: { inclusion: 'always' } },
  'amazon-q': { path: '.amazonq/rules/guardrail-coach.md', head: null },
  junie: { path: 'AGENTS.md', head: null },
  'jetbrains-ai-assistant': { path: '.aiassistant/rules/guardrail-coach.md', head: null },
  zed: { path: 'AGENTS.md', head: null },
  aider: { path: 'AGENTS.md', head: null },
  augment: { path: '.augment/rules/guardrail-coach.md', head: { type: 'always_apply' } },
  goose: { path: 'AGENTS.md', head: null },
  opencode: { path: 'AGENTS.md', head: null },
  'qwen-code': { path: '.qwen/rules/guardrail-coach.md', head: null },
  amp: { path: 'AGENTS.md', head: null },
  factory: { path: 'AGENTS.md', head: null },
  warp: { path: 'AGENTS.md', head: null },
  trae: { path: '.trae/rules/guardrail-coach.md', head: { alwaysApply: true } },
  'firebase-studio': { path: '.idx/airules.md', head: null },
  jules: { path: 'AGENTS.md', head: null },
  crush: { path: 'AGENTS.md', head: null },
  'grok-cli': { path: '.grok/rules/guardrail-coach.md', head: null },
  'kimi-code': { path: 'AGENTS.md', head: null },
  rovodev: { path: 'AGENTS.md', head: null },
  'mistral-vibe': { path: 'AGENTS.md', head: null },
  replit: { path: 'replit.md', head: null },
  pi: { path: 'AGENTS.md', head: null },
  openhands: { path: 'AGENTS.md', head: null },
  firebender: { path: 'AGENTS.md', head: null },
  rulesync: {
    path: '.rulesync/rules/guardrail-coach.md',
    head: { root: false, targets: ['*'], globs: ['**/*'] },
  },
  ruler: { path: '.ruler/guardrail-coach.md', head: null },
}

/** What scopes a file to globs, for each assistant that can. */
const SCOPED: Readonly<Record<string, object>> = {
  'claude-code': { paths: ['src/db/**', '*.sql'] },
  'github-copilot': { applyTo: 'src/db/**,*.sql' },
  'copilot-cli': { applyTo: 'src/db/**,*.sql' },
  cursor: { globs: 'src/db/**,*.sql', alwaysApply: false },
  windsurf: { trigger: 'glob', globs: 'src/db/**,*.sql' },
  antigravity: { trigger: 'glob', globs: 'src/db/**,*.sql' },
  cline: { paths: ['src/db/**', '*.sql'] },
  continue: { globs: ['src/db/**', '*.sql'], alwaysApply: false },
  kiro: { inclusion: 'fileMatch', fileMatchPattern: ['src/db/**', '*.sql'] },
  'qwen-code': { paths: ['src/db/**', '*.sql'] },
  rulesync: { root: false, globs: ['src/db/**', '*.sql'] },
}

/** Returns the frontmatter of a file as its assistant reads it, null when it has none. */
function headOf(text: string): Record<string, unknown> | null {
  if (!text.startsWith('---\n')) return null
  const end = text.indexOf('\n---\n', 4)
  return parse(text.slice(4, end))
}

function render(id: string): { readonly path: string; readonly text: string } {
  const target = TARGETS.find(one => one.id === id)
  const [place] = target?.places(NOTHING) ?? []
  if (!place) throw new Error(`${id} has no place`)
  const plan = planPlace(place, null, BODY, sha256)
  if (plan.kind !== 'change') throw new Error(`${id} is not written`)
  return { path: plan.change.path, text: plan.change.after }
}

test('every target is told of here', () => {
  expect(TARGETS.map(target => target.id).sort()).toEqual(Object.keys(ALWAYS).sort())
})

test.each(Object.entries(ALWAYS))(
  '%s gets its file, with what makes it load always',
  async (id, expected) => {
    const { path, text } = render(id)
    expect(path).toBe(expected.path)
    if (expected.head === null) expect(text.startsWith('<!-- guardrail-coach:begin v=1 ')).toBe(true)
    else expect(headOf(text)).toMatchObject(expected.head)
    expect(text.includes('\uFEFF')).toBe(false)
    expect(text.endsWith('<!-- guardrail-coach:end -->\n')).toBe(true)
    await expect(`${path}\n\n${text}`).toMatchFileSnapshot(join(GOLDEN, `${id}.txt`))
  },
)

test.each(Object.entries(SCOPED))('%s can be scoped with the key and the form it reads', async (id, head) => {
  const scoped = TARGETS.find(one => one.id === id)?.scoped?.('guardrail-coach-db', ['src/db/**', '*.sql'])
  expect(headOf(scoped?.head ?? '')).toMatchObject(head)
  expect(scoped?.path).toContain('guardrail-coach-db.')
})

test('targets that cannot scope do not pretend to', () => {
  const able = TARGETS.filter(target => target.scoped).map(target => target.id)
  expect(able.sort()).toEqual(Object.keys(SCOPED).sort())
})

test('Aider reads nothing that its config does not list, so the file is listed there', () => {
  const aider = TARGETS.find(one => one.id === 'aider')
  expect(aider?.places(NOTHING)).toEqual([
    { carrier: 'managed-block', path: 'AGENTS.md' },
    { carrier: 'list-entry', path: '.aider.conf.yml', key: 'read', entry: 'AGENTS.md' },
  ])
  for (const config of [
    'read: CONVENTIONS.md\n',
    'model: x\nread: [docs/a.md, "CONVENTIONS.md"]\n',
    'read:\n  - a.md # mine\n  - CONVENTIONS.md\n',
  ]) {
    const files = projectFiles([], new Map([['.aider.conf.yml', config]]))
    expect(aider?.places(files)[0]).toEqual({ carrier: 'managed-block', path: 'CONVENTIONS.md' })
  }
})

test.each([
  ['zed', ['.rules', 'AGENTS.md'], '.rules'],
  ['zed', ['.github/copilot-instructions.md', 'AGENTS.md'], '.github/copilot-instructions.md'],
  ['junie', ['.junie/guidelines.md'], '.junie/guidelines.md'],
  ['junie', ['.junie/AGENTS.md', 'AGENTS.md'], '.junie/AGENTS.md'],
  ['codex', ['AGENTS.override.md', 'AGENTS.md'], 'AGENTS.override.md'],
  ['roo-code', ['.roorules'], '.roorules'],
  ['roo-code', ['.clinerules'], '.clinerules'],
  ['roo-code', ['.roo/rules/own.md', '.roorules'], '.roo/rules/guardrail-coach.md'],
  ['cline', ['.clinerules'], '.clinerules'],
  ['cline', ['.clinerules/own.md'], '.clinerules/guardrail-coach.md'],
  ['goose', ['.goosehints'], '.goosehints'],
  ['warp', ['WARP.md'], 'WARP.md'],
  ['openhands', ['.openhands/microagents/repo.md'], '.openhands/microagents/repo.md'],
])('%s with %j writes where the assistant looks today: %s', (id, paths, expected) => {
  const places = TARGETS.find(one => one.id === id)?.places(projectFiles(paths))
  expect(places?.map(place => place.path)).toEqual([expected])
})

test('Windsurf gets a copy in its old folder only while that is in use', () => {
  const paths = (files: readonly string[]) =>
    TARGETS.find(one => one.id === 'windsurf')
      ?.places(projectFiles(files))
      .map(place => place.path)
  expect(paths([])).toEqual(['.devin/rules/guardrail-coach.md'])
  expect(paths(['.windsurf/rules/own.md'])).toEqual([
    '.devin/rules/guardrail-coach.md',
    '.windsurf/rules/guardrail-coach.md',
  ])
})
