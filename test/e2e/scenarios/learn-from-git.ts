import { expect } from 'vitest'
import { PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const learnFromGit = scenario(
  'fixes in the history become candidates, and wait for review',
  async stage => {
    const project = stage.project(STALL)
    project.commitAll('add prices')
    project.write('web/prices.js', PRICES.replace('eval(', 'Number('))
    project.git('add', '-A')
    project.git('commit', '-q', '-m', 'mend prices')
    const { code, out, err } = await stage.run(project, ['learn', '--from-git', '--yes'])
    expect(code).toBe(0)
    expect(out + err).toContain('web/prices.js')
    const app = await stage.open(project, { args: ['rules'] }).at(80, 24)
    await app.see('1 to review', 'NEVER')
    await app.press('q').ends()
  },
)
