import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createEmbeddedScanner } from '../../../source/adapters/scanner-embedded/scanner.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { createWorkspace } from '../../../source/adapters/workspace-fs/create-workspace.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

const RULES = join(resolve(import.meta.dirname, '../../..'), 'rules')
const ROUTES = `module.exports = app => {
  app.get('/learn', (req, res) => res.redirect(req.query.url))
}
`
const URLS = `const PATHS = { learn: '/tutorial' }
exports.knownPath = name => PATHS[name] || '/dashboard'
exports.same = name => name
`
const fixedWith = (name: string) =>
  `const { ${name} } = require('./lib/urls')\n${ROUTES.replace('req.query.url', `${name}(req.query.url)`)}`

test.each([
  ['that was there', true],
  ['that was made after the scan', false],
])("a fix that calls the project's own helper %s is judged by what the helper does", async (_, isThere) => {
  const project = createTempProject({
    'package.json': '{ "dependencies": { "express": "4.19.2" } }',
    'routes.js': ROUTES,
    ...(isThere ? { 'lib/urls.js': URLS } : {}),
  })
  const workspace = await createWorkspace(project.root, { state: createTempFolder() })
  if (!workspace.ok) throw new Error(workspace.problem.message)
  const scanner = createEmbeddedScanner({ workspace: workspace.value, hash: sha256, rules: RULES })
  const redirects = (findings: readonly { readonly ruleId: string }[]) =>
    findings.filter(one => one.ruleId === 'js-open-redirect').length
  expect(redirects((await scanner.scan({ root: project.root, paths: [] })).findings)).toBe(1)
  project.write('lib/urls.js', URLS)
  expect(redirects((await scanner.scanText('routes.js', fixedWith('knownPath'))).findings)).toBe(0)
  expect(redirects((await scanner.scanText('routes.js', fixedWith('same'))).findings)).toBe(1)
})
