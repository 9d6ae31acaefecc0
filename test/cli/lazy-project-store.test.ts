import { expect, test } from 'vitest'
import { openProjectStore } from '../../source/adapters/store-project/open-project-store.js'
import { createWorkspace } from '../../source/adapters/workspace-fs/create-workspace.js'
import { lazyProjectStore } from '../../source/cli/lazy-project-store.js'
import { createTempProject } from '../support/temp-project.js'

async function stores(files: Readonly<Record<string, string>>) {
  const workspace = await createWorkspace(createTempProject(files).root)
  if (!workspace.ok) throw new Error(workspace.problem.message)
  return { lazy: lazyProjectStore(workspace.value), full: openProjectStore(workspace.value) }
}

test('a project without records is what the store itself finds in it', async () => {
  const { lazy, full } = await stores({ 'a.js': '' })
  expect(await lazy.load()).toEqual(await full.load())
})

test('records are read as soon as there are some', async () => {
  const { lazy, full } = await stores({ 'a.js': '' })
  const { config } = await lazy.load()
  expect(await lazy.saveConfig({ ...config, exclude: ['old/**'] })).toMatchObject({ ok: true })
  const records = await lazy.load()
  expect(records.config.exclude).toEqual(['old/**'])
  expect(records).toEqual(await full.load())
})
