import { expect } from 'vitest'
import { atTheTests, PRICES, shopWithTests } from '../samples.js'
import { scenario } from '../stage.js'

export const testsFail = scenario(
  'red tests offer to take the fix back, byte for byte, and mark it among the fixes',
  async stage => {
    const project = shopWithTests(stage, "console.log('expected 4, got NaN'); process.exit(3)")
    const app = await atTheTests(stage, project)
    await app.press('enter').see('exit code 3', 'expected 4, got NaN')
    await app.press('u').see('was taken back', 'finding gone, tests fail')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await app.press('q').ends()
  },
)
