import { expect } from 'vitest'
import { begin, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const findingsOrder = scenario(
  'the list of findings is sorted by severity or by file',
  async stage => {
    const project = stage.project({ ...SHOP, 'api/a.js': SHOP['web/sessions.js'] ?? '' })
    const app = await stage.open(project).at(80, 24)
    await begin(app)
    const first = (screen: string) => /\w+\/\w+\.js/.exec(screen)?.[0]
    const bySeverity = await app.press('1').see('api/a.js', 'web/prices.js')
    expect(first(bySeverity)).toBe('web/prices.js')
    const byPath = await app.press('o').see(/▸ .*api\/a\.js/)
    expect(first(byPath)).toBe('api/a.js')
    await app.press('o').see(/▸ .*web\/prices\.js/)
    await app.press('q').ends()
  },
)
