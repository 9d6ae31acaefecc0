import { begin, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const resizeWhileTyping = scenario('what was typed survives a resize', async stage => {
  const app = await stage.open(stage.project(SHOP)).at(80, 24)
  await begin(app)
  await app.press('1').see('Findings')
  await app.press('/').type('sess').see('sess', 'web/sessions.js')
  await app.resize(50, 15).see('sess', /sessions\.js/)
  await app.type('ions').press('enter').seeNo('prices.js')
  await app.press('q').ends()
})
