import { STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizFillTheHole = scenario(
  'a quiz question with a hole takes typed and pasted text',
  async stage => {
    const as = await withCards(stage, ['open-redirect'], 'fill-the-hole')
    const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
    await app.see('Your answer:', '____')
    await app
      .type('wrong')
      .paste('q?\n')
      .see(/Your answer: wrongq\?/)
    await app
      .press('ctrl+u')
      .type('jj')
      .see(/Your answer: jj/)
    await app.press('enter').see('Not this one.', 'The answer', 'To keep')
    await app.press('q').ends()
  },
)
