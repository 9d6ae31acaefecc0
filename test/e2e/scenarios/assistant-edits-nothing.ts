import { expect } from 'vitest'
import { atTheAssistant } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantEditsNothing = scenario(
  'an assistant that leaves the file as it was is told of',
  async stage => {
    const { project, app } = await atTheAssistant(stage, 'process.exit(0)')
    await app.press('enter').see('brought no fix', 'left the file as it was')
    expect(project.git('status', '--short')).toBe('')
    await app.press('q').ends()
  },
)
