import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const rulesNothing = scenario(
  'without a fix there is no rule, and the screen says what makes one',
  async stage => {
    const app = await stage.open(stage.project(STALL), { args: ['rules'] }).at(80, 24)
    await app.see('Rules', /[Ff]ix/, 'q quit')
    await app.press('p', 'r', 'e', 'enter').redraw()
    await app.press('q').ends()
  },
)
