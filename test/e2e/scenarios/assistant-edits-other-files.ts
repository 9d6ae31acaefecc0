import { expect } from 'vitest'
import { atTheAssistant } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantEditsOtherFiles = scenario(
  'an assistant that edits only other files is told of, and they stay',
  async stage => {
    const { project, app } = await atTheAssistant(
      stage,
      "require('node:fs').writeFileSync('web/sessions.js', 'x')",
    )
    await app.press('enter').see('brought no fix', 'it changed 1 other file instead')
    expect(project.git('status', '--short')).toBe('')
    await app.press('q').ends()
  },
)
