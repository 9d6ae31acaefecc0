import { expect } from 'vitest'
import { STALL, treeOf } from '../samples.js'
import { scenario } from '../stage.js'

export const syncCheckDrift = scenario('sync --check tells what is missing and exits 1', async stage => {
  const project = stage.project(STALL)
  const before = treeOf(project.root)
  const missing = await stage.run(project, ['sync', '--check'])
  expect(missing.code).toBe(1)
  expect(missing.out).toContain('AGENTS.md is missing.')
  expect(treeOf(project.root)).toEqual(before)
  expect(await stage.run(project, ['sync', '--yes'])).toMatchObject({ code: 0 })
  expect(await stage.run(project, ['sync', '--check'])).toMatchObject({ code: 0 })
})
