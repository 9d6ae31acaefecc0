import { expect } from 'vitest'
import { keepRule, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const stats = scenario('what was found, fixed and learned is counted', async stage => {
  const project = stage.project(SHOP)
  const app = await stage.open(project).at(80, 24)
  await keepRule(app)
  const progress = await app.press('4').see('Open findings', /1/)
  expect(progress).toContain('Progress')
  await app.press('q').ends()
  const { out } = await stage.run(project, ['stats', '--json'])
  expect(JSON.parse(out)).toMatchObject({ fixed: 1, findings: { open: 1 }, rules: { candidate: 1 } })
})
