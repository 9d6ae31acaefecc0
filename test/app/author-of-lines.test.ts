import { expect, test } from 'vitest'
import { openGit } from '../../source/adapters/git-process/open-git.js'
import { authorOfLines } from '../../source/app/author-of-lines.js'
import { findFakes } from '../support/fake-scanner.js'
import { createTempProject } from '../support/temp-project.js'

test('the lines an assistant committed count as made by one, and nobody else is called human', async () => {
  const project = createTempProject({ 'a.js': 'const a = eval(body)\n' })
  project.git('init', '-q', '-b', 'main')
  project.git('add', '-A')
  project.git('commit', '-q', '-m', 'x', '--author', 'Claude <noreply@anthropic.com>')
  const git = openGit(project.root)
  const [finding] = findFakes('a.js', 'const a = eval(body)\n')
  if (!finding) throw new Error('the text holds no fake finding')
  const preview = { path: 'a.js', before: 'const a = eval(body)\n', finding }
  expect(await authorOfLines(git, preview)).toBe('ai')
  expect(await authorOfLines(git, { ...preview, before: 'const b = eval(body)\n' })).toBe('unknown')
  project.write('a.js', '// by hand\nconst a = eval(body)\n')
  project.git('commit', '-q', '-a', '-m', 'y')
  const twoLines = { ...finding, startLine: 1, endLine: 2 }
  const before = project.read('a.js')
  expect(await authorOfLines(git, { path: 'a.js', before, finding: twoLines })).toBe('mixed')
  expect(
    await authorOfLines(git, { path: 'a.js', before, finding: { ...finding, startLine: 1, endLine: 1 } }),
  ).toBe('unknown')
})
