import { openFixes, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const quitAndResume = scenario(
  'after q the next start goes on at the same finding and the same step',
  async stage => {
    const project = stage.project(SHOP)
    const first = await stage.open(project).at(80, 24)
    await openFixes(first)
    await first.press('q').ends()
    const second = await stage.open(project).at(80, 24)
    await second.see('Go on where you stopped: web/prices.js')
    await second.press('enter').see('tried: parses, finding gone')
    await second.press('q').ends()
  },
)
