import { expect } from 'vitest'
import { treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const demo = scenario('the demo copies a small project and coaches it', async stage => {
  const away = { root: stage.folder() }
  const app = await stage.open(away, { args: ['demo'] }).at(80, 24)
  await app.see('May it keep its records here?', 'guardrail-coach')
  await app.press('enter').see(/\d+ findings in \d+ files/, 'critical')
  await app.press('enter').see('CWE-', 'Enter learn')
  await app.press('q').ends()
  expect(app.raw()).toMatch(/The demo project is in \S+/)
  expect(Object.keys(treeOf(away.root))).toEqual([])
})
