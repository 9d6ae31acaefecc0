import { crowd } from '../samples.js'
import { scenario } from '../stage.js'

export const interruptWhileScanning = scenario(
  'a scan can be called off with Esc and the coach goes on with what there is',
  async stage => {
    const app = await stage
      .open(stage.project(crowd(400)), { env: { XDG_CACHE_HOME: stage.folder() } })
      .at(80, 24)
    await app.see('May it keep')
    await app.press('enter').see(/Esc stop/)
    await app.press('escape').see(/stopped|called off|not finished|cancel/i)
    await app.press('q').ends()
  },
)
