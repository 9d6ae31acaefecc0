import { begin, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const tabs = scenario('numbers open the tabs, Esc goes back home from each', async stage => {
  const app = await stage.open(stage.project(SHOP)).at(80, 24)
  await begin(app)
  for (const [key, name] of [
    ['1', 'Findings'],
    ['2', 'Rules'],
    ['3', 'Quiz'],
    ['4', 'Progress'],
  ] as const) {
    await app.press(key).see(new RegExp(`^ ${name}`))
    await app.press('0').see('Enter start')
    await app.press(key).see(new RegExp(`^ ${name}`))
    await app.press('escape').see('Enter start')
  }
  await app.redraw()
  await app.press('q').ends()
})
