import { expect } from 'vitest'
import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const questionFeedback = scenario(
  'the question of the walk tells of every option why it is right or wrong',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(80, 40)
    await openFinding(app)
    await app.press('enter').see('Why it works')
    const asked = await app.press('enter').see('Enter answer')
    const options = asked.match(/^.{1,3} \d {2}\S/gm)?.length ?? 0
    expect(options).toBeGreaterThanOrEqual(2)
    const told = await app.press('down', 'enter').see('To keep')
    expect(told.match(/[✓✗] \d/g)).toHaveLength(options)
    expect(told).toContain('✓')
    await app.press('q').ends()
  },
)
