import { expect } from 'vitest'
import { applyFix, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const undoAfterKill = scenario(
  'a fix whose session was killed before it was kept can be taken back in the next one, byte for byte',
  async stage => {
    const project = stage.project(STALL)
    const as = stage.developer()
    const app = await stage.open(project, { as }).at(80, 24)
    await applyFix(app)
    expect(project.read('web/prices.js')).not.toBe(PRICES)
    app.kill('SIGKILL')
    await app.gone()
    const second = await stage.open(project, { as }).at(80, 24)
    await second.see(/\d+ findings? in/)
    await second.press('U').see('Taking the fix back would change')
    await second.press('enter').see('was taken back')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await second.press('q').ends()
  },
)
