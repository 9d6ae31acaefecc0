import { expect } from 'vitest'
import { STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const syncNo = scenario('sync shows its diff, and "no" writes nothing', async stage => {
  const project = stage.project(STALL)
  const before = treeOf(project.root)
  const app = await stage.open(project, { args: ['sync'] }).at(100, 60)
  await app.see('[y/N]', '+++ AGENTS.md')
  await app.type('n').press('enter').gone()
  expect(app.screen()).toContain('Nothing was written.')
  expect(treeOf(project.root)).toEqual(before)
})
