import { expect } from 'vitest'
import { scenario } from '../stage.js'

export const hostileNames = scenario(
  'code and file names cannot send anything to the terminal',
  async stage => {
    const project = stage.project({
      'web/\x1b]0;owned\x07evil\u202e.js':
        'eval(req.query.x) // \x1b]52;c;aGk=\x07\x1b[2J\x1b[3J\x9b8m\r\b\u202e\u200b end\n',
    })
    const app = await stage.open(project).at(80, 24)
    await app.see('May it keep')
    await app.press('enter').see('Enter start', '1 finding')
    await app.press('1').see('evil')
    await app.press('enter').see('⟨ESC[2J⟩')
    await app.press('f').see('Edit it myself')
    await app.redraw()
    await app.press('q').ends()
    expect(app.raw()).not.toMatch(/\x1b\]|\x07|\u202e|\u200b|\x9b/)
  },
)
