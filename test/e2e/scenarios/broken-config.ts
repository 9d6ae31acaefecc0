import { expect } from 'vitest'
import { STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const brokenConfig = scenario(
  'a broken config is told of, left as it is, and nothing is synced with it',
  async stage => {
    const broken = 'targets: [agents-md\nengine: {{\n'
    const project = stage.project({ ...STALL, '.guardrail-coach/config.yml': broken })
    const app = await stage.open(project).at(80, 24)
    await app.see(/config\.yml/)
    await app.press('q').ends()
    const { code, err } = await stage.run(project, ['sync', '--yes'])
    expect(code).toBe(3)
    expect(err).toContain('config.yml')
    expect(project.read('.guardrail-coach/config.yml')).toBe(broken)
  },
)
