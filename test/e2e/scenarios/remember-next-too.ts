import { expect } from 'vitest'
import { applyFix, CHAIN } from '../samples.js'
import { scenario } from '../stage.js'

export const rememberNextToo = scenario(
  'one key keeps the rule and offers the same fix for the next place',
  async stage => {
    const project = stage.project(CHAIN)
    const app = await stage.open(project).at(80, 24)
    await applyFix(app)
    await app.see('2 more places')
    await app.press('a').see('rebates.js', 'tried: parses, finding gone')
    await app.press('enter').see('Fixed and checked', '2 fixes behind')
    await app.press('enter').see('Enter learn')
    expect(project.read('web/rebates.js').match(/eval\(/g)).toHaveLength(1)
    await app.press('q').ends()
  },
)
