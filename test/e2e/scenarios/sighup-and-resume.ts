import { openFixes, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const sighupAndResume = scenario('when the terminal window is closed nothing is lost', async stage => {
  const project = stage.project(SHOP)
  const first = await stage.open(project).at(80, 24)
  await openFixes(first)
  await first.kill('SIGHUP').gone()
  const second = await stage.open(project).at(80, 24)
  await second.see('Go on where you stopped: web/prices.js')
  await second.press('q').ends()
})
