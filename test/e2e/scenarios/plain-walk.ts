import { expect } from 'vitest'
import { PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const plainWalk = scenario(
  '--plain walks a finding from code to kept rule on numbered lines',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project, { args: ['--plain'] }).at(80, 60)
    await app.see('What to do?')
    await app.type('1').press('enter').see('What now?', 'eval(req.body.formula)')
    await app.type('2').press('enter').see('Convert it to a number')
    await app.see('Which fix?')
    await app.type('1').press('enter').see('Apply it?')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await app.type('1').press('enter').see('NEVER')
    expect(project.read('web/prices.js')).not.toContain('eval(')
    expect(app.raw()).not.toMatch(/\x1b\[\?1049h|\x1b\[\d+;\d+H/)
    await app.press('ctrl+c').gone()
  },
)
