import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const exemptLeft = scenario('an exemption that is not finished leaves no trace', async stage => {
  const project = stage.project(STALL)
  const app = await stage.open(project).at(80, 24)
  await openFinding(app)
  await app.press('x').see('Why should this finding not count?')
  await app.press('enter').see('Enter done')
  await app.press('enter').see(/reason/i)
  await app.type('hm').press('escape').seeNo('Enter done')
  await app.press('escape').see('eval(req.body.formula)')
  await app.press('q').ends()
  expect(existsSync(join(project.root, '.guardrail-coach'))).toBe(false)
})
