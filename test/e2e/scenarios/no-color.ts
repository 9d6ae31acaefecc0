import { expect } from 'vitest'
import { applyFix, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const noColor = scenario('NO_COLOR is honoured on every screen', async stage => {
  const app = await stage.open(stage.project(STALL), { env: { NO_COLOR: '1' } }).at(80, 24)
  await applyFix(app)
  await app.press('?').see('Keys of this screen')
  await app.press('q').ends()
  expect(app.raw()).not.toMatch(/\x1b\[(?:[\d;]*;)?(?:3[0-8]|9[0-7]|4[0-8]|10[0-7])(?:;[\d;]*)?m/)
})
