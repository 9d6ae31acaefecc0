import { expect } from 'vitest'
import { editorThat, openFinding, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkByHandUnmended = scenario(
  'an edit by hand that mends nothing is told and left as it is',
  async stage => {
    const project = stage.project(STALL)
    const EDITOR = editorThat(project, "writeFileSync(path, text + '// looked at\\n')")
    const app = await stage.open(project, { env: { EDITOR } }).at(80, 24)
    await openFinding(app)
    await app.press('e').see('Your edit is not verified')
    expect(project.read('web/prices.js')).toBe(`${PRICES}// looked at\n`)
    await app.press('q').ends()
  },
)
