import { expect } from 'vitest'
import { keepRule, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const noGit = scenario(
  'a folder without git is coached too, and its git features say so',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await keepRule(app)
    await app.press('q').ends()
    const { code, err } = await stage.run(project, ['scan', '--changed'])
    expect(code).toBe(3)
    expect(err).toMatch(/git/i)
  },
)
