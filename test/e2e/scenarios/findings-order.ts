import { expect } from 'vitest'
import { begin, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const findingsOrder = scenario(
  'the list of findings is sorted by severity, by how sure, by file and by age, under rules or one by one',
  async stage => {
    const project = stage.project({ ...SHOP, 'api/a.js': SHOP['web/sessions.js'] ?? '' })
    const app = await stage.open(project).at(80, 24)
    await begin(app)
    const first = (screen: string) => /\w+\/\w+\.js/.exec(screen)?.[0]
    const bySeverity = await app.press('1').see('api/a.js', 'web/prices.js')
    expect(first(bySeverity)).toBe('web/prices.js')
    await app.press('o').see('by confidence')
    const byPath = await app.press('o').see('by file', /▸ .*api\/a\.js/)
    expect(first(byPath)).toBe('api/a.js')
    await app.press('o').see('by newest')
    await app.press('o').see('by severity', /▸ .*web\/prices\.js/)
    await app.press('b').see(/▸ critical .*Code injection.*web\/prices\.js/)
    await app.press('z').see('There is nothing to fold')
    await app.press('b', 'z').see(/▸ ▹ Code injection/)
    await app.press('q').ends()
  },
)
