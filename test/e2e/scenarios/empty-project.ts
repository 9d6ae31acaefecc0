import { expect } from 'vitest'
import { scenario } from '../stage.js'

export const emptyProject = scenario(
  'an empty project is told so, and quitting changes nothing',
  async stage => {
    const project = stage.project({ 'readme.md': 'nothing to scan\n' })
    project.commitAll()
    const app = await stage.open(project).at(80, 24)
    await app.see('May it keep')
    await app.press('n').see('Nothing is left to fix here')
    await app.press('enter', 'j', 'f').redraw()
    await app.press('q').ends()
    expect(project.git('status', '--short')).toBe('')
  },
)
