import { expect } from 'vitest'
import { applyFix, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const asciiLocale = scenario(
  'where the locale is not UTF-8 nothing but ASCII is sent, the summary included',
  async stage => {
    const project = stage.project({ ...STALL, 'web/zoë.js': 'eval(req.query.漢)\n' })
    const app = await stage.open(project, { env: { LANG: 'C' } }).at(80, 24)
    await applyFix(app)
    await app.press('?').see('Keys of this screen')
    await app.press('escape').see('Fixed and checked')
    await app.press('q').ends()
    expect(app.raw()).not.toMatch(/[^\x00-\x7f]/)
  },
)
