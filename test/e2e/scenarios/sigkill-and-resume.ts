import { expect } from 'vitest'
import { openFixes, SHOP, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const sigkillAndResume = scenario(
  'killed outright, the next start goes on and the project is whole',
  async stage => {
    const project = stage.project(SHOP)
    const first = await stage.open(project).at(80, 24)
    await openFixes(first)
    const before = treeOf(project.root)
    await first.kill('SIGKILL').gone()
    expect(treeOf(project.root)).toEqual(before)
    const second = await stage.open(project).at(80, 24)
    await second.see('Go on where you stopped: web/prices.js')
    await second.press('enter').see('tried: parses, finding gone')
    await second.press('enter').see('Fixed and checked')
    await second.press('q').ends()
  },
)
