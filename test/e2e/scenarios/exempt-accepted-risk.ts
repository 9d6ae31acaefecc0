import { join } from 'node:path'
import { expect } from 'vitest'
import { openFinding, STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const exemptAcceptedRisk = scenario(
  'an accepted risk does not count, and when its time is over the finding is back',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await openFinding(app)
    await app.press('x').see('Why should this finding not count?')
    await app.press('2').see('Enter done')
    await app.type('only the nightly job').press('enter').see('Nothing is left to fix here')
    await app.press('q').ends()
    const scan = () => stage.run(project, ['scan', '--fail-on', 'low'])
    expect(await scan()).toMatchObject({ code: 0 })
    const [file = ''] = Object.keys(treeOf(join(project.root, '.guardrail-coach/exemptions')))
    const path = `.guardrail-coach/exemptions/${file}`
    expect(project.read(path)).toContain('kind: accepted-risk')
    project.write(path, project.read(path).replace('expires: ""', 'expires: "2020-01-01"'))
    expect(await scan()).toMatchObject({ code: 1 })
  },
)
