import { expect } from 'vitest'
import { crowd } from '../samples.js'
import { scenario } from '../stage.js'

export const alternativeKeys = scenario('arrows, vim keys and Emacs keys all move the same', async stage => {
  const app = await stage.open(stage.project(crowd(40))).at(80, 24)
  await app.see('May it keep')
  await app.press('right').see('40 findings in 40 files')
  await app.press('1', 'b').see('of 40', /▸.*page0\.js/)
  for (const [down, up] of [
    ['j', 'k'],
    ['down', 'up'],
    ['ctrl+n', 'ctrl+p'],
  ] as const) {
    const screen = await app
      .press(down)
      .see(/^ .*\n/)
      .then(() => app.press(down).see(/▸/))
    expect(screen).toContain('▸')
    await app.press(up, up).see(/▸.*page0\.js/)
  }
  await app.press('G').see(/▸.*page\d+\.js/, /–40 of 40/)
  await app.press('g').see(/▸.*page0\.js/)
  await app.press('right').see('Enter learn')
  await app.press('h').see('of 40')
  await app.press('left').see('Enter start')
  await app.press('q').ends()
})
