import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProject } from '../../source/cli/find-project.js'
import { messageOf, take } from '../support/results.js'
import { createTempProject } from '../support/temp-project.js'

test('the nearest folder with git or our records is the project; without one the folder itself', async () => {
  const project = createTempProject({ 'a/b/c.js': '', 'other/x.js': '' })
  const folder = join(project.root, 'a/b')
  expect(take(await findProject(folder, []))).toEqual({ root: folder, paths: [] })
  mkdirSync(join(project.root, '.guardrail-coach'))
  expect(take(await findProject(folder, []))).toEqual({ root: project.root, paths: [] })
  mkdirSync(join(project.root, 'a/.git'))
  expect(take(await findProject(folder, ['c.js', '..']))).toEqual({
    root: join(project.root, 'a'),
    paths: [],
  })
  expect(take(await findProject(folder, ['c.js', '.']))).toEqual({
    root: join(project.root, 'a'),
    paths: ['b/c.js', 'b'],
  })
})

test('a path that does not exist or is in another project is a problem', async () => {
  const project = createTempProject({ 'one/.git/x': '', 'one/a.js': '', 'two/b.js': '' })
  expect(messageOf(await findProject(project.root, ['none']))).toContain('no such file')
  expect(messageOf(await findProject(project.root, ['one/a.js', 'two/b.js']))).toContain('another project')
})
