import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { answerAnyhow, QUESTION, STALL, withCards } from '../samples.js'
import { scenario } from '../stage.js'

export const quizWrongQuestion = scenario('a question called wrong is not asked again', async stage => {
  const as = await withCards(stage, ['code-injection'])
  const app = await stage.open(stage.project(STALL), { as, args: ['quiz'] }).at(80, 40)
  await answerAnyhow(app, await app.see(QUESTION))
  await app.see('w wrong question')
  await app.press('w').seeNo('w wrong question')
  await app.press('q').ends()
  const folder = join(stage.folder(), 'mine')
  await stage.run(stage.project(STALL), ['quiz', '--export', folder], { as })
  expect(Object.keys(JSON.parse(readFileSync(join(folder, 'coach.json'), 'utf8')).disputes)).toHaveLength(1)
})
