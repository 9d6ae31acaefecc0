import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const smallestWindow = scenario('at 50×15 every step shows its keys in the last line', async stage => {
  const app = await stage.open(stage.project(STALL)).at(50, 15)
  const footer = /(?:q quit|Esc cancel) *\n[^\n]*$/
  await app.see('May it keep', footer)
  await app.press('enter').see('Code injection', footer)
  await app.press('enter').see('eval(req.body.formula)', footer)
  await app.press('enter').see(footer, /lesson/)
  await app.press('f').see('Convert it to a number', footer)
  await app.press('x').see('Why should this finding not count?', footer)
  await app.press('enter').see('next year', footer)
  await app.press('escape').seeNo('next year')
  await app.press('escape').see('Convert it to a number')
  await app.press('enter').see('Fixed and checked', 'NEVER', footer)
  await app.press('enter').see('Kept', footer)
  await app.press('2').see('to review', footer)
  await app.press('v').see('AGENTS.md', footer)
  await app.press('escape').see('to review')
  await app.press('3').see('Quiz', footer)
  await app.press('0').see(/Nothing is left|Enter/, '1 Findings')
  await app.press('4').see('Progress', footer)
  await app.redraw()
  await app.press('q').ends()
})
