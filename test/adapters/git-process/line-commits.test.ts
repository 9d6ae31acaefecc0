import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openGit } from '../../../source/adapters/git-process/open-git.js'
import { createTempProject } from '../../support/temp-project.js'

test('every line has its commit, moved ones too, and what is not committed has none', async () => {
  const project = createTempProject({ 'sub/a.js': 'one()\ntwo()\n' })
  project.commitAll('first')
  const first = project.git('rev-parse', 'HEAD').trim()
  project.write('sub/a.js', '  one()\nthree()\ntwo()\n')
  project.commitAll('second')
  const second = project.git('rev-parse', 'HEAD').trim()
  project.write('sub/a.js', '  one()\nthree()\ntwo()\nfour()\n')
  const git = openGit(project.root)
  expect(await git.lineCommits('sub/a.js')).toEqual([first, second, first, null])
  expect(await git.lineCommits('none.js')).toBeNull()
})

test('commits say their author, their day and their co-authors', async () => {
  const project = createTempProject({ 'a.js': '1\n' })
  project.commitAll(
    'Add a\n\nCo-authored-by: Claude <noreply@anthropic.com>\nCo-Authored-By: Bob <b@example.org>',
  )
  const id = project.git('rev-parse', 'HEAD').trim()
  const authors = await openGit(project.root).commitAuthors([id, '0'.repeat(40).replace(/^0/, 'z'), '--all'])
  expect([...authors.keys()]).toEqual([id])
  expect(authors.get(id)).toMatchObject({
    name: 'Ada',
    email: 'ada@example.org',
    coAuthors: ['Claude <noreply@anthropic.com>', 'Bob <b@example.org>'],
  })
  expect(authors.get(id)?.at).toMatch(/^\d{4}-\d\d-\d\dT/)
})

test('a program that the repository names for signatures or conversions is not run', async () => {
  const project = createTempProject({ 'a.js': '1\n', '.gitattributes': '*.js diff=evil\n' })
  project.commitAll()
  const mark = join(project.root, 'ran')
  project.git('config', 'log.showSignature', 'true')
  project.git('config', 'gpg.program', `touch ${mark};`)
  project.git('config', 'diff.evil.textconv', `touch ${mark};`)
  const git = openGit(project.root)
  const [commit] = (await git.lineCommits('a.js')) ?? []
  await git.commitAuthors([commit ?? ''])
  expect(existsSync(mark)).toBe(false)
})
