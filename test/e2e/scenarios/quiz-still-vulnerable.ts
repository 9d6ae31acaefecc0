import { expect } from 'vitest'
import { STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizStillVulnerable = scenario(
  'a quiz question asks whether code is still vulnerable',
  async stage => {
    const as = await withCards(stage, ['code-injection'], 'still-vulnerable')
    const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
    await app.see(/1 {2}(?:Yes|No), /)
    await app.press('down', 'down', 'up').see(/▸ 2 {2}(?:Yes|No), /)
    const told = await app.press('enter').see(/Enter next|Not counted/)
    if (told.includes('Enter next')) expect(told).toMatch(/✓ \d {2}(?:Yes|No), /)
    await app.press('q').ends()
  },
)
