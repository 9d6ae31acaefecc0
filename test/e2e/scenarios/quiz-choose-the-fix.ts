import { answerAnyhow, STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizChooseTheFix = scenario(
  'a hint and "not sure" are told, and the answer still counts',
  async stage => {
    const as = await withCards(stage, ['code-injection'], 'choose-the-fix')
    const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
    await app.see(/^ . 2 {2}/m)
    await app.press('u').see(/not sure|unsure/i)
    await app.press('h').see(/Hint|There is no hint for this one/)
    await answerAnyhow(app, app.screen())
    await app.see('To keep', 'It comes back')
    await app.press('q').ends()
  },
)
