import { begin, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const palette = scenario('every action is found by its name, and done from there', async stage => {
  const app = await stage.open(stage.project(SHOP)).at(80, 24)
  await begin(app)
  await app.press(':').see('All actions')
  await app.type('progr').see(/▸ Progress/)
  await app.press('enter').see(/^ Progress/, 'Open findings')
  await app.press(':').see('All actions')
  await app.paste('\x1b[2Jzzz\n').see(/zzz/)
  await app.press('enter', 'escape').see('Open findings')
  await app.redraw()
  await app.press('q').ends()
})
