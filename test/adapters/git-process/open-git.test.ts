import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openGit } from '../../../source/adapters/git-process/open-git.js'
import { messageOf, take } from '../../support/results.js'
import { createTempProject } from '../../support/temp-project.js'

test('outside git the state is empty and comparisons are problems', async () => {
  const git = openGit(createTempProject({ 'a.js': '' }).root)
  expect(await git.state()).toMatchObject({ isRepository: false, branch: '', dirty: false })
  expect(messageOf(await git.changedLines())).toContain('not in a git repository')
  expect(messageOf(await git.withStagedCopy(async () => null))).toContain('not in a git repository')
  expect(await git.lineAge('a.js', 1)).toBeNull()
})

test('the state tells branch, short commit when detached, and whether anything changed', async () => {
  const project = createTempProject({ 'a.js': 'a\n' })
  project.commitAll()
  const git = openGit(project.root)
  expect(await git.state()).toMatchObject({ isRepository: true, branch: 'main', dirty: false })
  project.write('a.js', 'b\n')
  project.git('checkout', '-q', '--detach')
  const state = await git.state()
  expect(state.dirty).toBe(true)
  expect(state.branch).toBe(project.git('rev-parse', '--short', 'HEAD').trim())
})

test('the status of some files is what git shows of them, names as they are, ignored ones left out', async () => {
  const project = createTempProject({ 'web/a.js': 'a\n', '.gitignore': 'hidden.md\n', 'b.js': 'b\n' })
  project.commitAll()
  project.write('web/a.js', 'b\n')
  project.write('web/[n] ü.md', 'n\n')
  project.write('hidden.md', 'h\n')
  const paths = ['web/a.js', 'web/[n] ü.md', 'hidden.md', 'b.js', 'never.md']
  const seen = [
    { code: ' M', path: 'web/a.js' },
    { code: '??', path: 'web/[n] ü.md' },
  ]
  expect(await openGit(project.root).status(paths)).toEqual(seen)
  const below = await openGit(join(project.root, 'web')).status(['a.js', '[n] ü.md'])
  expect(below).toEqual([
    { code: ' M', path: 'a.js' },
    { code: '??', path: '[n] ü.md' },
  ])
  expect(await openGit(createTempProject({ 'a.js': '' }).root).status(['a.js'])).toBeNull()
})

test('changed lines are those of the work tree against HEAD, untracked files whole, renames followed', async () => {
  const project = createTempProject({
    'a.js': '1\n2\n3\n4\n',
    'old.js': 'x\ny\nz\nw\nv\n',
    'gone.js': '1\n',
    'ü "q".js': 'a\n',
  })
  project.commitAll()
  project.write('a.js', '1\ntwo\n3\n4\n5\n6\n')
  project.write('ü "q".js', 'b\n')
  project.write('new.js', 'n\n')
  project.git('mv', 'old.js', 'renamed.js')
  project.write('renamed.js', 'x\ny\nZ\nw\nv\n')
  project.git('rm', '-q', 'gone.js')
  const changes = take(await openGit(project.root).changedLines())
  expect(Object.fromEntries(changes.map(({ path, ranges }) => [path, ranges]))).toEqual({
    'a.js': [
      [2, 2],
      [5, 6],
    ],
    'renamed.js': [[3, 3]],
    'ü "q".js': [[1, 1]],
    'new.js': [[1, Number.MAX_SAFE_INTEGER]],
  })
})

test('a file whose lines look like diff headers does not mislead the reader', async () => {
  const project = createTempProject({ 'a.txt': 'x\n' })
  project.commitAll()
  project.write('a.txt', '++ b/etc/passwd\n@@ -1 +1 @@\n-- a\n')
  expect(take(await openGit(project.root).changedLines())).toEqual([{ path: 'a.txt', ranges: [[1, 3]] }])
})

test('changes count from where the branch left its base', async () => {
  const project = createTempProject({ 'a.js': '1\n', 'b.js': '1\n' })
  project.commitAll()
  project.git('checkout', '-q', '-b', 'topic')
  project.write('a.js', '1\n2\n')
  project.git('commit', '-qam', 'topic')
  project.git('checkout', '-q', 'main')
  project.write('b.js', '1\n2\n')
  project.git('commit', '-qam', 'main goes on')
  project.git('checkout', '-q', 'topic')
  const git = openGit(project.root)
  expect(take(await git.changedLines('main'))).toEqual([{ path: 'a.js', ranges: [[2, 2]] }])
  expect(messageOf(await git.changedLines('nowhere'))).toContain('no commit or branch named nowhere')
  expect(messageOf(await git.changedLines('--output=x'))).toContain('no commit or branch')
  expect(existsSync(join(project.root, 'x'))).toBe(false)
})

test('before the first commit every staged line is a change', async () => {
  const project = createTempProject({ 'a.js': '1\n2\n' })
  project.git('init', '-q')
  project.git('add', '-A')
  expect(take(await openGit(project.root).changedLines())).toEqual([{ path: 'a.js', ranges: [[1, 2]] }])
})

test('in a subfolder of a repository, paths are those of the subfolder', async () => {
  const project = createTempProject({ 'sub/a.js': '1\n', 'b.js': '1\n' })
  project.commitAll()
  project.write('sub/a.js', '2\n')
  project.write('b.js', '2\n')
  const changes = take(await openGit(join(project.root, 'sub')).changedLines())
  expect(changes).toEqual([{ path: 'a.js', ranges: [[1, 1]] }])
})

test("the staged copy holds the index's content, not the work tree's, and goes away", async () => {
  const project = createTempProject({ 'sub/a.js': 'old\n', 'b.js': 'b\n' })
  project.commitAll()
  project.write('sub/a.js', 'old\nstaged\n')
  project.git('add', '-A')
  project.write('sub/a.js', 'work tree\n')
  project.write('b.js', 'unstaged\n')
  const seen = take(
    await openGit(project.root).withStagedCopy(async ({ root, changes }) => ({
      root,
      changes,
      text: readFileSync(join(root, 'sub/a.js'), 'utf8'),
    })),
  )
  expect(seen.changes).toEqual([{ path: 'sub/a.js', ranges: [[2, 2]] }])
  expect(seen.text).toBe('old\nstaged\n')
  expect(existsSync(seen.root)).toBe(false)
})

test('the age of a line is that of its commit; a line not committed yet has none', async () => {
  const project = createTempProject({ 'a.js': '1\n' })
  project.commitAll()
  project.write('a.js', '1\nnew\n')
  const git = openGit(project.root)
  const age = await git.lineAge('a.js', 1)
  expect(age?.commit).toBe(project.git('rev-parse', 'HEAD').trim())
  expect(age?.at).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(await git.lineAge('a.js', 2)).toBeNull()
  expect(await git.lineAge('none.js', 1)).toBeNull()
  expect(age?.subject).toBe(project.git('log', '-1', '--format=%s').trim())
  expect(await git.lineDates('a.js')).toEqual([age?.at, null])
  expect(await git.lineDates('none.js')).toBeNull()
})

test('commands that the repository names are never run', async () => {
  const project = createTempProject({ 'a.js': '1\n', '.gitattributes': '*.js diff=evil\n' })
  project.commitAll()
  const mark = join(project.root, 'ran')
  for (const name of ['core.fsmonitor', 'diff.external', 'diff.evil.textconv', 'diff.evil.command'])
    project.git('config', name, `touch ${mark};`)
  project.write('a.js', '2\n')
  project.git('-c', 'core.fsmonitor=false', 'add', 'a.js')
  const git = openGit(project.root)
  await git.state()
  await git.changedLines()
  await git.withStagedCopy(async () => null)
  await git.lineAge('a.js', 1)
  await git.lineDates('a.js')
  expect(existsSync(mark)).toBe(false)
})
