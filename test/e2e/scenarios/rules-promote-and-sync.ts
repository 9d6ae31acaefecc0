import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { promoteRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const rulesPromoteAndSync = scenario(
  'a promoted rule is in the file that was shown, and the check is content',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await promoteRule(app)
    await app.press('v').see('Nothing is written yet', 'AGENTS.md')
    expect(existsSync(join(project.root, 'AGENTS.md'))).toBe(false)
    await app.press('enter').see('Written: AGENTS.md')
    await app.press('q').ends()
    expect(project.read('AGENTS.md')).toContain('NEVER evaluate text that input can reach')
    expect(await stage.run(project, ['sync', '--check'])).toMatchObject({ code: 0 })
  },
)
