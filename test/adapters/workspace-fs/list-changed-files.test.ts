import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listChangedFiles } from '../../../source/adapters/workspace-fs/list-changed-files.js'
import { createTempProject } from '../../support/temp-project.js'

test('what is edited, staged or new counts as changed, what is committed or ignored does not', async () => {
  const project = createTempProject({
    '.gitignore': '*.log\n',
    'same.js': '1',
    'app/edited.js': '1',
    'app/staged é.js': '1',
    'app/gone.js': '1',
  })
  project.commitAll()
  project.write('app/edited.js', '2')
  project.write('app/staged é.js', '2')
  project.git('add', 'app/staged é.js')
  rmSync(join(project.root, 'app/gone.js'))
  project.write('app/new.js', '1')
  project.write('app/new.log', '1')
  project.write('top.js', '1')
  const changed = ['edited.js', 'gone.js', 'new.js', 'staged é.js']
  expect(await listChangedFiles(join(project.root, 'app'))).toEqual(changed)
  expect(await listChangedFiles(project.root)).toEqual([...changed.map(path => `app/${path}`), 'top.js'])
})

test('a repository without a commit has changed as a whole, a folder without git not at all', async () => {
  const project = createTempProject({ 'a.js': '1', 'b.js': '1' })
  expect(await listChangedFiles(project.root)).toEqual([])
  project.git('init', '-q')
  project.git('add', 'a.js')
  expect(await listChangedFiles(project.root)).toEqual(['a.js', 'b.js'])
})
