import { expect } from 'vitest'
import { begin, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const pasteWhereKeysAreExpected = scenario('pasted text presses no keys', async stage => {
  const project = stage.project(STALL)
  const app = await stage.open(project).at(80, 24)
  await app.see('May it keep')
  app.paste('\r\rq')
  await app.redraw()
  await begin(app)
  await app.press('enter').see('eval(req.body.formula)')
  app.paste('f\r\ry')
  await app.redraw()
  await app.press('f').see('tried: parses, finding gone')
  app.paste('\r')
  app.paste('q')
  await app.redraw()
  await app.see('Enter apply')
  expect(project.read('web/prices.js')).toBe(PRICES)
  await app.press('q').ends()
})
