import { scenario } from '../stage.js'

export const noFindings = scenario(
  'a project without a finding is told so on every screen that lists them',
  async stage => {
    const project = stage.project({ 'web/sum.js': 'export const sum = (a, b) => a + b\n' })
    const app = await stage.open(project).at(80, 24)
    await app.see('May it keep')
    await app.press('enter').see('Nothing is left to fix here')
    await app.press('1').see(/Findings/, /[Nn]o(?:thing| )/)
    await app.press('enter', 'j', 'G').redraw()
    await app.press('escape').see('Nothing is left to fix here')
    await app.press('4').see('Progress')
    await app.press('q').ends()
  },
)
