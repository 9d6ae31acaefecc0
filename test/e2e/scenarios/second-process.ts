import { expect } from 'vitest'
import { openFixes, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const secondProcess = scenario(
  'two coaches on one project do not write over each other',
  async stage => {
    const project = stage.project(STALL)
    const first = await stage.open(project).at(80, 24)
    const second = await stage.open(project, { as: stage.developer() }).at(80, 24)
    await openFixes(first)
    await openFixes(second)
    await first.press('enter').see('Fixed and checked', 'NEVER')
    await second.press('enter').see('The fix did not hold')
    expect(project.read('web/prices.js')).toBe(PRICES.replace('eval(', 'Number('))
    await first.press('enter').see('Kept as a candidate')
    await first.press('q').ends()
    await second.press('q').ends()
  },
)
