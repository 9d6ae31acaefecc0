import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createFileWatcher } from '../../../source/adapters/file-watch/create-file-watcher.js'
import { sha256 } from '../../../source/adapters/system/sha256.js'
import { createTempProject } from '../../support/temp-project.js'

/** Watches `web/a.js` of a new project; `saved(n)` resolves once n saves were told. */
async function watching() {
  const project = createTempProject({ 'web/a.js': 'one\n', 'web/b.js': 'other\n' })
  const controller = new AbortController()
  let saves = 0
  const ended = createFileWatcher(project.root).watch('web/a.js', sha256('one\n'), controller.signal, () => {
    saves += 1
  })
  // The watch begins once the file was read.
  await setTimeout(100)
  return {
    project,
    file: join(project.root, 'web/a.js'),
    saved: (number: number) => expect.poll(() => saves, { timeout: 8_000 }).toBe(number),
    count: () => saves,
    stop: async () => {
      controller.abort()
      await ended
    },
  }
}

test('a save is told however the editor writes: in place, emptied first, by rename, again after a rename', async () => {
  const { project, file, saved, stop } = await watching()
  project.write('web/a.js', 'two\n')
  await saved(1)
  writeFileSync(file, '')
  writeFileSync(file, 'three\n')
  await saved(2)
  project.write('web/.a.js.swp', 'four\n')
  renameSync(join(project.root, 'web/.a.js.swp'), file)
  await saved(3)
  renameSync(file, `${file}~`)
  writeFileSync(file, 'five\n')
  await saved(4)
  await stop()
}, 40_000)

test('other files, the same content again and a file that is gone for a moment are no saves', async () => {
  const { project, file, count, saved, stop } = await watching()
  project.write('web/b.js', 'changed\n')
  project.write('web/a.js', 'one\n')
  rmSync(file)
  await setTimeout(600)
  expect(count()).toBe(0)
  project.write('web/a.js', 'two\n')
  await saved(1)
  await stop()
}, 40_000)

test('a save from before the watch began is told, too', async () => {
  const project = createTempProject({ 'a.js': 'two\n' })
  const controller = new AbortController()
  let saves = 0
  const ended = createFileWatcher(project.root).watch('a.js', sha256('one\n'), controller.signal, () => {
    saves += 1
  })
  await expect.poll(() => saves, { timeout: 8_000 }).toBe(1)
  controller.abort()
  await ended
}, 20_000)

test('after the end nothing is told', async () => {
  const { project, count, stop } = await watching()
  await stop()
  project.write('web/a.js', 'two\n')
  await setTimeout(600)
  expect(count()).toBe(0)
}, 40_000)

test('a folder that is not there is no crash', async () => {
  const controller = new AbortController()
  const ended = createFileWatcher('/no/such/folder').watch('a.js', sha256(''), controller.signal, () => {})
  await setTimeout(50)
  controller.abort()
  await ended
})
