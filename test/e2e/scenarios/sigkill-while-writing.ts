import { expect } from 'vitest'
import { openFixes, PRICES, STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const sigkillWhileWriting = scenario(
  'killed while a fix is applied, the file is the old one or the new one',
  async stage => {
    const project = stage.project(STALL)
    const first = await stage.open(project).at(80, 24)
    await openFixes(first)
    await first.press('enter').seeNo('Enter apply')
    await first.kill('SIGKILL').gone()
    const text = project.read('web/prices.js')
    expect([PRICES, PRICES.replace('eval(', 'Number(')]).toContain(text)
    const second = await stage.open(project).at(80, 24)
    await second.see(/Enter start|Nothing is left to fix here|Go on where you stopped/)
    expect(Object.keys(treeOf(project.root)).filter(path => path.includes('.tmp'))).toEqual([])
    await second.press('q').ends()
  },
)
