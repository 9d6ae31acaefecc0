import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadLessons } from '../../../source/adapters/content-bundled/load-lessons.js'

const LESSONS = resolve(import.meta.dirname, '../../../lessons')

test('a bad lesson is a problem by name and the others are still loaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lessons-'))
  await writeFile(join(folder, 'broken.md'), '# What\n')
  await writeFile(join(folder, 'good.md'), await readFile(join(LESSONS, 'sql-injection.md'), 'utf8'))
  const { lessons, problems } = await loadLessons(folder)
  expect(lessons.map(lesson => lesson.weakness)).toEqual(['sql-injection'])
  expect(problems.map(problem => problem.path)).toEqual(['lessons/broken.md'])
})

test('the compiled file of the bundle gives the same lessons as the folder', async () => {
  const fromFolder = await loadLessons(LESSONS)
  const file = join(await mkdtemp(join(tmpdir(), 'lessons-')), 'lessons.json')
  await writeFile(file, JSON.stringify(fromFolder.lessons))
  expect(await loadLessons(file)).toEqual({ lessons: fromFolder.lessons, problems: [] })
})
