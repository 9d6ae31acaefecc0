import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { applyFix, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const rememberDrops = scenario(
  'a rule that is not wanted is dropped and the fix stays',
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await applyFix(app)
    await app.press('d').see('Nothing is left to fix here')
    expect(project.read('web/prices.js')).not.toContain('eval(')
    expect(existsSync(join(project.root, '.guardrail-coach/learned'))).toBe(false)
    await app.press('q').ends()
  },
)
