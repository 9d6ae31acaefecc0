import { expect } from 'vitest'
import { answerAnyhow, QUESTION, STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizSpotTheLine = scenario(
  'a quiz question about a line is answered by its number and explained',
  async stage => {
    const as = await withCards(stage, ['code-injection'], 'spot-the-line')
    const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
    const asked = await app.see(QUESTION)
    const options = asked.match(/^ . \d {2}/gm)?.length ?? 0
    expect(options).toBeGreaterThan(2)
    await answerAnyhow(app, asked)
    const told = await app.see('To keep', /Right\.|Not this one\./)
    expect(told.match(/[✓✗] \d/g)).toHaveLength(options)
    await app.press('q').ends()
  },
)
