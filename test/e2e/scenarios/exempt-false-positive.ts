import { join } from 'node:path'
import { expect } from 'vitest'
import { openFinding, STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const exemptFalsePositive = scenario(
  'a false alarm is exempted with a reason and gone from the next scan',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await openFinding(app)
    await app.press('x').see('Why should this finding not count?')
    await app.press('1').see('Enter done')
    await app.type('the formula is ours').press('enter').see('Nothing is left to fix here')
    expect(await app.press('q').ends()).toContain('1 exempted')
    const [file = ''] = Object.keys(treeOf(join(project.root, '.guardrail-coach/exemptions')))
    expect(project.read(`.guardrail-coach/exemptions/${file}`)).toContain('the formula is ours')
    expect(await stage.run(project, ['scan', '--fail-on', 'low'])).toMatchObject({ code: 0 })
  },
)
