import { expect } from 'vitest'
import { editorThat, openFinding, PRICES, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkByHand = scenario(
  'an edit by hand that mends the finding goes on like a fix, and can be undone',
  async stage => {
    const project = stage.project(STALL)
    const EDITOR = editorThat(project, "writeFileSync(path, text.replace('eval(', 'Number('))")
    const app = await stage.open(project, { env: { EDITOR } }).at(80, 24)
    await openFinding(app)
    await app.press('e').see('Fixed and checked')
    expect(project.read('web/prices.js')).toContain('Number(req.body.formula)')
    await app.press('u').see('was taken back')
    expect(project.read('web/prices.js')).toBe(PRICES)
    await app.press('q').ends()
  },
)
