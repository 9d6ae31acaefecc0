import { begin, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const burstOfKeys = scenario('keys that come in one burst all count', async stage => {
  const app = await stage.open(stage.project(STALL)).at(80, 24)
  await begin(app)
  await app.send('\rf').see('Convert it to a number')
  await app.send('\x1b[B\x1b[B\x1b[B').see(/▸ 4/)
  await app.send('kkk').see(/▸ 1/)
  await app.press('q').ends()
})
