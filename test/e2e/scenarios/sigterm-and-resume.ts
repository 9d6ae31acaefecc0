import { openFixes, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const sigtermAndResume = scenario(
  'SIGTERM gives the terminal back and the next start goes on from there',
  async stage => {
    const project = stage.project(SHOP)
    const first = await stage.open(project).at(80, 24)
    await openFixes(first)
    await first.kill('SIGTERM').ends(143)
    const second = await stage.open(project).at(80, 24)
    await second.see('Go on where you stopped: web/prices.js')
    await second.press('enter').see('tried: parses, finding gone')
    await second.press('q').ends()
  },
)
