import { expect } from 'vitest'
import { openFixes, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkFileChanged = scenario(
  'a file that changed after its diff was shown is not written, and a second try works on the new text',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await openFixes(app)
    const changed = `// saved by somebody else\n${PRICES}`
    project.write('web/prices.js', changed)
    await app.press('enter').see('The fix did not hold')
    expect(project.read('web/prices.js')).toBe(changed)
    await app.press('enter').see('tried: parses, finding gone')
    await app.press('enter').see('Fixed and checked')
    expect(project.read('web/prices.js')).toContain('saved by somebody else')
    expect(project.read('web/prices.js')).not.toContain('eval(')
    await app.press('q').ends()
  },
)
