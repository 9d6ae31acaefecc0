import { expect } from 'vitest'
import { PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const fromBrokenReport = scenario(
  'a report that is none is refused with the reason, before anything is drawn',
  async stage => {
    const project = stage.project({ ...STALL, 'report.sarif': '{"version": "2.1.0", "runs": "none"' })
    const app = await stage.open(project, { args: ['--from', 'report.sarif'] }).at(80, 24)
    await app.gone()
    expect(app.screen()).toContain('report.sarif')
    expect(app.raw()).not.toContain('\x1b[?1049h')
    expect(project.read('web/prices.js')).toBe(PRICES)
  },
)
