import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkSkipsLesson = scenario(
  'the lesson can be skipped, and nothing is lost by it',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(80, 24)
    await openFinding(app)
    await app.press('enter').see('Why it works')
    await app.press('s').see('tried: parses, finding gone')
    await app.press('escape').see(/Why it works|Enter learn/)
    await app.press('q').ends()
  },
)
