import { join } from 'node:path'
import { expect } from 'vitest'
import { applyFix, STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const rememberEditsSentence = scenario(
  "the rule's sentence can be worded anew before it is kept",
  async stage => {
    const project = stage.project(STALL)
    const app = await stage.open(project).at(80, 24)
    await applyFix(app)
    await app.press('e').see('Enter done')
    await app
      .press('ctrl+u')
      .type('NEVER evaluate a price formula. Use `Number`.')
      .press('enter')
      .see('Enter keep', 'a price formula')
    await app.press('enter').see('Kept as a candidate')
    const [file = ''] = Object.keys(treeOf(join(project.root, '.guardrail-coach/learned')))
    expect(project.read(`.guardrail-coach/learned/${file}`)).toContain('NEVER evaluate a price formula.')
    await app.press('q').ends()
  },
)
