import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openFinding, STALL } from '../samples.js'
import { scenario } from '../stage.js'

export const interruptAnywhere = scenario(
  'Ctrl+C ends the coach on any screen, while typing too, and leaves a summary',
  async stage => {
    const project = stage.project(STALL)
    const first = await stage.open(project).at(80, 24)
    await first.see('May it keep')
    expect(await first.press('ctrl+c').ends(130)).toContain('guardrail-coach')
    const second = await stage.open(project).at(80, 24)
    await openFinding(second)
    await second.press('x').see('Why should this finding not count?')
    await second.press('enter').see('Enter done')
    await second.type('because').press('ctrl+c').ends(130)
    expect(existsSync(join(project.root, '.guardrail-coach'))).toBe(false)
  },
)
