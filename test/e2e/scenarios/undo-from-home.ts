import { expect } from 'vitest'
import { keepRule, PRICES, STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const undoFromHome = scenario('a kept fix is taken back from home, with its record', async stage => {
  const project = stage.project(STALL)
  const app = await stage.open(project).at(80, 24)
  await keepRule(app)
  expect(project.read('web/prices.js')).not.toBe(PRICES)
  await app.press('u').see('taken back')
  expect(project.read('web/prices.js')).toBe(PRICES)
  await app.press('q').ends()
  expect(
    Object.keys(treeOf(project.root)).filter(path => path.startsWith('.guardrail-coach/remediations')),
  ).toEqual([])
})
