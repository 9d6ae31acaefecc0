import { openFixes, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const narrowSaysWhy = scenario('a key that does nothing now says why', async stage => {
  const app = await stage.open(stage.project(STALL)).at(80, 24)
  await openFixes(app)
  await app.press('tab').see('Side by side needs a window of 100 columns or more.')
  await app.press('e').see(/No editor is set/)
  await app.press('q').ends()
})
