import { expect } from 'vitest'
import { openFixes, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkTemplate = scenario(
  'a fix with a hole asks, tries the answer, and is applied',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await openFixes(app)
    await app.see('asks you 1 thing')
    await app.press('3', 'enter').see('Enter done')
    await app
      .type('half: value => value / 2')
      .press('enter')
      .see(/3 {2}Look.*tried: parses, finding gone/)
    const before = project.read('web/prices.js')
    expect(before).toBe(PRICES)
    await app.press('enter').see('Fixed and checked')
    expect(project.read('web/prices.js')).toContain('half: value => value / 2')
    await app.press('q').ends()
  },
)
