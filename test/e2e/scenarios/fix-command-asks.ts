import { expect } from 'vitest'
import { PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const fixCommandAsks = scenario(
  'fix asks at a terminal, and "no" leaves the file as it is',
  async stage => {
    const project = stage.project(STALL)
    const { out } = await stage.run(project, ['scan', '--json'])
    const [{ fingerprint, fixes }] = JSON.parse(out).findings
    const app = await stage.open(project, { args: ['fix', fingerprint, '--choice', fixes[0].id] }).at(80, 40)
    await app.see('[y/N]', '+')
    await app.type('n').press('enter').gone()
    expect(app.screen()).toContain('Nothing was written.')
    expect(project.read('web/prices.js')).toBe(PRICES)
  },
)
