import { expect } from 'vitest'
import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const resizeMidway = scenario(
  'a window resized in the middle is drawn anew, without ghosts and in the same place',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(80, 24)
    await openFinding(app)
    await app.resize(60, 18).see(/q quit\n[^\n]*$/)
    const text = await app.resize(110, 30).see('eval(req.body.formula)', /q quit\n[^\n]*$/)
    expect(text.match(/Code injection/g)).toHaveLength(1)
    expect(text.match(/q quit/g)).toHaveLength(1)
    await app.resize(30, 8).see('too small')
    await app.resize(80, 24).see('eval(req.body.formula)')
    await app.redraw()
    await app.press('q').ends()
  },
)
