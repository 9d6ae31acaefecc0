import { CHAIN, openFixes } from '../samples.js'
import { scenario } from '../stage.js'

export const largestWindow = scenario(
  'at 200×60 the walk fills the window and stays readable',
  async stage => {
    const app = await stage.open(stage.project(CHAIN)).at(200, 60)
    await openFixes(app)
    await app.redraw()
    await app.press('tab').see(/eval\(req\.body\.formula.*Number\(req\.body\.formula/)
    await app.press('q').ends()
  },
)
