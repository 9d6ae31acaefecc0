import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openProjectStore } from '../../../source/adapters/store-project/open-project-store.js'
import { createWorkspace } from '../../../source/adapters/workspace-fs/create-workspace.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

const POLICY =
  'schemaVersion: 1\nguardrails:\n  - {id: no-raw, weakness: sql-injection, text: NEVER write SQL outside the repository layer.}\n'

/** A repository whose project is `apps/shop`; returns what its store makes of the policies that it extends. */
async function monorepo(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>>,
) {
  const project = createTempProject({
    'apps/shop/.guardrail-coach/config.yml': `schemaVersion: 1\nextends: ${JSON.stringify(names)}\n`,
    '.git/HEAD': 'ref: refs/heads/main\n',
    ...files,
  })
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(join(project.root, path, '..'), { recursive: true })
    symlinkSync(target, join(project.root, path))
  }
  const workspace = await createWorkspace(join(project.root, 'apps/shop'), { state: createTempFolder() })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const { policy, policyProblems } = await openProjectStore(workspace.value).load()
  return { ids: policy.map(one => one.id), problems: policyProblems.map(one => one.message) }
}

test.each([
  [
    'npm workspaces link it from the top',
    { 'packages/policy/guardrail-policy.yml': POLICY },
    { 'node_modules/@acme/policy': '../../packages/policy' },
  ],
  [
    'the project itself links it',
    { 'packages/policy/guardrail-policy.yml': POLICY },
    { 'apps/shop/node_modules/@acme/policy': '../../../../packages/policy' },
  ],
  [
    "pnpm keeps it in the repository's store",
    { 'node_modules/.pnpm/@acme+policy@1.0.0/node_modules/@acme/policy/guardrail-policy.yml': POLICY },
    {
      'apps/shop/node_modules/@acme/policy':
        '../../../../node_modules/.pnpm/@acme+policy@1.0.0/node_modules/@acme/policy',
    },
  ],
  ['it is installed at the top', { 'node_modules/@acme/policy/guardrail-policy.yml': POLICY }, {}],
])('a policy package is found where %s', async (_, files, links) => {
  expect(await monorepo(['@acme/policy'], files, links)).toEqual({ ids: ['policy/no-raw'], problems: [] })
})

test('a package that is a link out of the repository is refused, and so is a file in it that is one', async () => {
  const outside = createTempProject({ 'guardrail-policy.yml': POLICY })
  const linked = await monorepo(['policy'], {}, { 'apps/shop/node_modules/policy': outside.root })
  expect(linked.ids).toEqual([])
  expect(linked.problems[0]).toContain('leads out of the repository')
  const file = await monorepo(
    ['policy'],
    { 'packages/policy/package.json': '{}' },
    {
      'packages/policy/guardrail-policy.yml': join(outside.root, 'guardrail-policy.yml'),
      'node_modules/policy': '../packages/policy',
    },
  )
  expect(file).toEqual({ ids: [], problems: [expect.stringContaining('leads out of the project')] })
})

test('a package that is not there, or a link to nowhere, is told as such', async () => {
  expect((await monorepo(['policy'], {}, {})).problems[0]).toContain('is not installed')
  const broken = await monorepo(['policy'], {}, { 'node_modules/policy': '../packages/gone' })
  expect(broken.problems[0]).toContain('leads nowhere')
})

test('a policy is not looked for above the repository', async () => {
  const outer = createTempProject({ 'node_modules/policy/guardrail-policy.yml': POLICY })
  mkdirSync(join(outer.root, 'repo/.git'), { recursive: true })
  outer.write('repo/.guardrail-coach/config.yml', 'schemaVersion: 1\nextends: [policy]\n')
  const workspace = await createWorkspace(join(outer.root, 'repo'), { state: createTempFolder() })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const { policy, policyProblems } = await openProjectStore(workspace.value).load()
  expect(policy).toEqual([])
  expect(policyProblems[0]?.message).toContain('is not installed')
})
