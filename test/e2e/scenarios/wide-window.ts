import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const wideWindow = scenario(
  'at 120×40 every step shows its keys, and the diff goes side by side',
  async stage => {
    const app = await stage.open(stage.project(STALL)).at(120, 40)
    const footer = /q quit *\n[^\n]*$/
    await openFinding(app)
    await app.see(footer)
    await app.press('f').see('tried: parses, finding gone', footer)
    await app.press('tab').see(/eval\(req.*Number\(req/, footer)
    await app.press('tab').seeNo(/eval\(req.*Number\(req/)
    await app.press('q').ends()
  },
)
