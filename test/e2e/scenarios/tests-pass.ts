import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { atTheTests, shopWithTests } from '../samples.js'
import { scenario } from '../stage.js'

export const testsPass = scenario(
  "the project's tests run after a yes, and their count goes into the record",
  async stage => {
    const project = shopWithTests(stage, "console.log('  41 passing (1s)')")
    const app = await atTheTests(stage, project)
    await app.press('enter').see(/41\s+tests\s+pass/, 'NEVER')
    await app.press('enter').see('Kept as a candidate')
    const [record = ''] = readdirSync(join(project.root, '.guardrail-coach/remediations'))
    expect(JSON.parse(project.read(`.guardrail-coach/remediations/${record}`)).tests).toEqual({
      outcome: 'passed',
      passed: 41,
    })
    await app.press('q').ends()
  },
)
