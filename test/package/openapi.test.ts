import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { builtCli } from '../support/built.js'
import { createTempFolder, createTempProject } from '../support/temp-project.js'

const DOCUMENT = `openapi: 3.0.3
paths:
  /find:
    get:
      operationId: shop.find
      parameters: [{ name: word, in: query, schema: { type: string } }]
`

// What the source tree loads lazily the bundle may hand out under other names.
test('the built tool reads the routes of an OpenAPI document, with a cache and again from it', () => {
  const project = createTempProject({
    'requirements.txt': 'connexion\n',
    'openapi.yml': DOCUMENT,
    'shop.py': 'def find(word):\n    return db.execute(f"SELECT title FROM book WHERE title = \'{word}\'")\n',
  })
  const home = createTempFolder()
  for (const _ of ['first', 'again']) {
    const { stdout } = spawnSync(process.execPath, [builtCli(), 'scan', '--json'], {
      cwd: project.root,
      env: { ...process.env, GUARDRAIL_COACH_HOME: home },
      encoding: 'utf8',
    })
    const { findings } = JSON.parse(stdout)
    expect(findings).toMatchObject([{ ruleId: 'py-sql-injection', confidence: 'high', startLine: 2 }])
  }
})
