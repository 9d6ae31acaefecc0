import { expect } from 'vitest'
import { keepRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const rulesRetire = scenario('a rule is retired with a reason and stays on record', async stage => {
  const project = stage.project(STALL)
  const app = await stage.open(project).at(80, 24)
  await keepRule(app)
  await app.press('2').see('1 to review', 'detector')
  await app.press('r').see('Why is it retired?')
  await app
    .type('no formulas any more')
    .press('enter')
    .see(/[Rr]etired/)
  await app.press('q').ends()
  const { rules } = JSON.parse((await stage.run(project, ['rules', 'list', '--json'])).out)
  expect(rules).toMatchObject([{ status: 'retired' }])
})
