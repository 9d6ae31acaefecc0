import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { applyFix, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const pasteIntoAField = scenario(
  'text pasted into a field is one line of it and sends nothing',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await applyFix(app)
    await app.press('w').see('Why here:')
    await app.paste('one\r\ntwo\x1b[31m\tthree').see(/Why here: one/)
    await app.type('!').see(/one.*two.*three.*!/)
    await app.press('enter').see('Enter keep', /one.*two/)
    expect(existsSync(join(project.root, '.guardrail-coach'))).toBe(false)
    await app.press('q').ends()
  },
)
