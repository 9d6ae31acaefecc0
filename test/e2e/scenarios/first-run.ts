import { expect } from 'vitest'
import { SHOP, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const firstRun = scenario(
  'the first run explains itself on one screen and writes nothing before the yes',
  async stage => {
    const project = stage.project(SHOP)
    project.commitAll()
    const before = treeOf(project.root)
    const app = await stage.open(project).at(80, 24)
    const screen = await app.see('May it keep its records here?', 'Enter start', 'n look only')
    expect(screen).toContain('What it does to your project')
    await app.press('j', 'f', 'p', 'x').redraw()
    await app.press('enter').see('Start with Code injection')
    expect(treeOf(project.root)).toEqual(before)
    await app.press('q').ends()
    expect(project.git('status', '--short')).toBe('')
  },
)
