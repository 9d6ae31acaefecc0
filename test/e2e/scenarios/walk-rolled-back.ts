import { expect } from 'vitest'
import { openFixes, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkRolledBack = scenario(
  'a fix that brings in a new finding is rolled back byte for byte, and the reason is told',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await openFixes(app)
    await app.see('asks you 1 thing')
    await app.press('3', 'enter').see('Enter done')
    await app
      .type('sum: () => eval(req.body.other)')
      .press('enter')
      .see(/brings 1 new finding|finding stays/)
    await app.press('enter').see('The fix did not hold')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await app.press('q').ends()
  },
)
