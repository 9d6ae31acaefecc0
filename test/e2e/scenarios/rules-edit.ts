import { expect } from 'vitest'
import { keepRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const rulesEdit = scenario('a rule under review is worded anew', async stage => {
  const project = stage.project(STALL)
  const app = await stage.open(project).at(100, 30)
  await keepRule(app)
  await app.press('2').see('1 to review', 'detector')
  await app.press('e').see('Enter done')
  await app
    .press('ctrl+u')
    .type('NEVER evaluate a formula. Use `Number`.')
    .press('enter')
    .see('NEVER evaluate a formula.', /e edit/)
  await app.press('q').ends()
  expect((await stage.run(project, ['rules', 'list'])).out).toContain('NEVER evaluate a formula.')
})
