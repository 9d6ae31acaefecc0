import { crowd } from '../samples.js'
import { scenario } from '../stage.js'

export const manyFindingsFilter = scenario(
  'among 300 findings a filter leaves those that hold all the words',
  async stage => {
    const app = await stage.open(stage.project(crowd(300))).at(80, 24)
    await app.see('May it keep')
    await app.press('enter').see('300 findings in 300 files')
    await app.press('1', 'b').see('of 300')
    await app.press('/').see('Filter')
    await app.type('page127').see(/page127\.js/, /1.1 of 1\b|1 of 300|1 finding/)
    await app.press('enter').seeNo('Enter done')
    await app
      .press('enter')
      .see('web/prices', 'x')
      .catch(() => app.see('page127.js', 'Enter learn'))
    await app.press('q').ends()
  },
)
