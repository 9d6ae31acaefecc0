import { crowd } from '../samples.js'
import { scenario } from '../stage.js'

export const manyFindingsMove = scenario(
  '300 findings are walked by page, to the end and back, and the place is told',
  async stage => {
    const app = await stage.open(stage.project(crowd(300))).at(80, 24)
    await app.see('May it keep')
    await app.press('enter').see('300 findings in 300 files')
    await app.press('1', 'b').see(/1–\d+ of 300/)
    await app.press('G').see(/–300 of 300/)
    await app.press('g').see(/ 1–\d+ of 300/)
    await app.press('pagedown').see(/[2-9]\d?–\d+ of 300|1\d–\d+ of 300/)
    await app.press('end').see(/–300 of 300/)
    await app.redraw()
    await app.press('q').ends()
  },
)
