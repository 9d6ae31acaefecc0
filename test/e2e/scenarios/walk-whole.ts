import { expect } from 'vitest'
import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const walkWhole = scenario(
  'a whole walk: finding, lesson, question, fix, own words, review, files, and a summary that stays',
  async stage => {
    const project = stage.project(STALL)
    project.commitAll()
    const app = await stage.open(project).at(80, 24)
    await openFinding(app)
    await app.press('enter').see('Why it works')
    await app.press('enter').see('Enter answer')
    await app.press('1').see('To keep')
    await app.press('enter').see('tried: parses, finding gone')
    await app.press('enter').see('Fixed and checked', 'NEVER')
    expect(project.read('web/prices.js')).not.toContain('eval(')
    await app.press('w').see('Why here:')
    await app.type('prices come from the shop owners').press('enter').see('Why here: prices come')
    await app.press('enter').see('Kept as a candidate')
    await app.press('2').see('1 to review')
    await app.press('p').see('Promoted')
    await app.press('v').see('Nothing is written yet', 'AGENTS.md')
    expect(project.git('status', '--short')).not.toContain('AGENTS.md')
    await app.press('enter').see('Written: AGENTS.md')
    expect(project.read('AGENTS.md')).toContain('Prices come from the shop owners')
    const after = await app.press('q').ends()
    expect(after).toContain('1 finding fixed and checked')
    expect(after).toContain('web/prices.js')
  },
)
