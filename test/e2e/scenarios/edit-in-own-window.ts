import { join } from 'node:path'
import { expect } from 'vitest'
import { atTheEdit, PRICES } from '../samples.js'
import { scenario } from '../stage.js'

export const editInOwnWindow = scenario(
  'an editor with a window of its own leaves the terminal to the coach, and its save is recognised',
  async stage => {
    const editor = join(import.meta.dirname, '../../fixtures/editors/code')
    const { project, app } = await atTheEdit(stage, { EDITOR: editor })
    await app.press('enter').see('Fixed and checked')
    expect(project.read('web/prices.js')).toBe(PRICES.replace('eval(', 'Number('))
    await app.press('q').ends()
  },
)
