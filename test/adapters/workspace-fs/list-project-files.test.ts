import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listProjectFiles } from '../../../source/adapters/workspace-fs/list-project-files.js'
import { createTempFolder, createTempProject } from '../../support/temp-project.js'

const FILES = {
  '.gitignore': '*.log\n/build/\n',
  'a.js': '',
  'server.log': '',
  'build/out.js': '',
  'src/b.py': '',
  'src/.gitignore': '!keep.log\nlocal.*\n',
  'src/keep.log': '',
  'src/local.js': '',
  'node_modules/x/index.js': '',
  '.guardrail-coach/config.yml': '',
  'ünï "q".js': '',
}
const EXPECTED = ['.gitignore', 'a.js', 'src/.gitignore', 'src/b.py', 'src/keep.log', 'ünï "q".js']

test('without git, nested .gitignore files are honoured as git would', async () => {
  const project = createTempProject(FILES)
  expect(await listProjectFiles(project.root)).toEqual(EXPECTED)
})

test('with git, tracked and untracked files are listed, ignored and deleted ones are not', async () => {
  const project = createTempProject({ ...FILES, 'gone.js': '' })
  project.commitAll()
  project.git('rm', '-q', '--cached', 'a.js')
  project.write('untracked.ts', '')
  const { rmSync } = await import('node:fs')
  rmSync(join(project.root, 'gone.js'))
  expect(await listProjectFiles(project.root)).toEqual([...EXPECTED, 'untracked.ts'].sort())
})

test('links to folders are not walked and submodules are not entered', async () => {
  const inner = createTempProject({ 'inner.js': '' })
  inner.commitAll()
  const project = createTempProject({ 'a.js': '' })
  project.commitAll()
  project.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'inner')
  symlinkSync(createTempFolder(), join(project.root, 'link'))
  expect(await listProjectFiles(project.root)).toEqual(['.gitmodules', 'a.js', 'link'])
})

test("a command that the repository's own git settings name is not run", async () => {
  const project = createTempProject({ 'a.js': '' })
  project.commitAll()
  project.git('config', 'core.fsmonitor', `touch ${join(project.root, 'ran.txt')}; false`)
  expect(await listProjectFiles(project.root)).toEqual(['a.js'])
})

test('git is not started for a folder that is in no repository', async () => {
  const project = createTempProject({ 'a.js': '', 'deep/down/b.js': '' })
  const tool = createTempFolder()
  const marks = join(tool, 'started')
  writeFileSync(join(tool, 'git'), `#!/bin/sh\necho x >> '${marks}'\nexit 1\n`, { mode: 0o755 })
  const { PATH } = process.env
  process.env.PATH = tool
  try {
    expect(await listProjectFiles(project.root)).toEqual(['a.js', 'deep/down/b.js'])
    expect(existsSync(marks)).toBe(false)
    project.write('.git/HEAD', '')
    expect(await listProjectFiles(join(project.root, 'deep'))).toEqual(['down/b.js'])
    expect(existsSync(marks)).toBe(true)
  } finally {
    process.env.PATH = PATH
  }
})
