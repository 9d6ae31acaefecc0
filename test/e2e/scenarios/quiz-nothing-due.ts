import { keepRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const quizNothingDue = scenario(
  'when nothing is due the quiz says when and offers to practise',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(80, 24)
    await keepRule(app)
    await app.press('3').see('Nothing is due now.', /The next card is due on \d{4}-\d\d-\d\d/)
    await app.press('p').see(/Enter answer|Your answer:/)
    await app.press('escape').see(/1 Findings|Nothing is due/)
    await app.press('q').ends()
  },
)
