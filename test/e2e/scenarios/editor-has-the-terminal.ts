import { expect } from 'vitest'
import { editorThat, openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const editorHasTheTerminal = scenario(
  'the editor gets the terminal as it was, and the coach draws itself anew',
  async stage => {
    const project = stage.project(STALL)
    const EDITOR = editorThat(project, "process.stdout.write('THE EDITOR IS HERE\\n' + process.stdin.isRaw)")
    const app = await stage.open(project, { env: { EDITOR } }).at(80, 24)
    await openFinding(app)
    await app.press('e').see('q quit', /not verified|did not change|unchanged|as it was|was not changed/i)
    expect(app.raw()).toContain('THE EDITOR IS HERE')
    expect(app.raw()).toContain('\x1b[?1049l')
    await app.redraw()
    expect(app.screen()).not.toContain('THE EDITOR IS HERE')
    await app.press('q').ends()
  },
)
