import { expect } from 'vitest'
import { atTheEdit, PRICES } from '../samples.js'
import { scenario } from '../stage.js'

export const editLeft = scenario('once the edit is left, a save of the file means nothing', async stage => {
  const { project, app } = await atTheEdit(stage)
  await app.press('escape').see('Shows the pattern and waits')
  project.write('web/prices.js', PRICES.replace('eval(', 'Number('))
  await new Promise(resolve => setTimeout(resolve, 1_000))
  expect(app.screen()).not.toContain('Fixed and checked')
  await app.press('q').ends()
  expect(project.read('web/prices.js')).toContain('Number(')
})
