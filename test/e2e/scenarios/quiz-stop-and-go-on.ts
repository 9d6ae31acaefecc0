import { expect } from 'vitest'
import { answerAnyhow, QUESTION, STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizStopAndGoOn = scenario(
  'what was answered before the quiz is stopped is kept',
  async stage => {
    const as = await withCards(stage, ['code-injection', 'sql-injection'])
    const project = stage.project(STALL)
    const due = async () => {
      const { out } = await stage.run(project, ['quiz', '--json'], { as })
      return JSON.parse(out).due.length
    }
    expect(await due()).toBe(2)
    const app = await stage.open(project, { as, args: ['quiz'] }).at(80, 40)
    await answerAnyhow(app, await app.see(QUESTION))
    await app.see('Enter next')
    await app.kill('SIGTERM').ends(143)
    expect(await due()).toBe(1)
  },
)
