import { expect } from 'vitest'
import { atTheAssistant } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantFails = scenario(
  'an assistant that fails is told of, its words made harmless',
  async stage => {
    const script = "console.error('\\u001b]0;owned\\u0007no credit left'); process.exit(3)"
    const { project, app } = await atTheAssistant(stage, script)
    await app.press('enter').see('brought no fix', 'no credit left')
    expect(app.raw()).not.toContain('\x1b]0;owned')
    expect(project.git('status', '--short')).toBe('')
    await app.press('q').ends()
  },
)
