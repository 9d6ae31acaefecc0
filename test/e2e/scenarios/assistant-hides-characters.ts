import { expect } from 'vitest'
import { atTheAssistant, editing } from '../samples.js'
import { scenario } from '../stage.js'

export const assistantHidesCharacters = scenario(
  'an assistant that writes characters nobody sees is refused',
  async stage => {
    const { project, app } = await atTheAssistant(
      stage,
      editing('web/prices.js', 'eval(', 'Number(/*\u202e*/'),
    )
    await app.press('enter').see('brought no fix', 'characters that a reader does not see')
    expect(project.git('status', '--short')).toBe('')
    await app.press('q').ends()
  },
)
