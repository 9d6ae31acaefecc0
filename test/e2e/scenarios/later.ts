import { expect } from 'vitest'
import { openFinding, SHOP } from '../samples.js'
import { scenario } from '../stage.js'

export const later = scenario(
  'a finding set aside is counted, told at the end and offered again',
  async stage => {
    const project = stage.project(SHOP)
    const first = await stage.open(project).at(80, 24)
    await openFinding(first)
    await first.press('l').see('Set aside for later')
    expect(await first.press('q').ends()).toContain('1 set aside for later')
    const second = await stage.open(project).at(80, 24)
    await second.see('findings in')
    await second.press('1').see('web/prices.js', 'later')
    await second.press('q').ends()
  },
)
