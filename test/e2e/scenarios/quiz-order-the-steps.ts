import { STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizOrderTheSteps = scenario(
  'a quiz question with steps takes them in order, and a pick back',
  async stage => {
    const as = await withCards(stage, ['file-upload'], 'order-the-steps')
    const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
    await app.see(/^ . 3 {2}/m)
    await app.press('2').see(/2 {2}.*step 1/)
    await app.press('1').see(/1 {2}.*step 2/, /2 {2}.*step 1/)
    await app.press('backspace').seeNo('step 2')
    await app.press('1', '3', '4', '5', '6', '7', 'enter').see('To keep', 'Enter next')
    await app.press('q').ends()
  },
)
