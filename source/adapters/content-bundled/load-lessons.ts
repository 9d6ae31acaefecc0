import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lesson } from '../../core/lesson/lesson.js'
import type { Problem } from '../../core/problem.js'

/** The lessons that could be read, ordered by weakness, and one problem for each that could not. */
export type LoadedLessons = { readonly lessons: readonly Lesson[]; readonly problems: readonly Problem[] }

/**
 * Reads all lessons: a path that ends in `.json` is the bundle's compiled file (the build checked it), any other a
 * folder of markdown files. Rejects when the path itself cannot be read: the installation is broken then.
 */
export async function loadLessons(path: string): Promise<LoadedLessons> {
  if (path.endsWith('.json')) return { lessons: JSON.parse(await readFile(path, 'utf8')), problems: [] }
  // Imported here so that the bundle never pays for the YAML and schema libraries at start.
  const { parseLesson } = await import('./parse-lesson.js')
  const names = (await readdir(path)).filter(name => name.endsWith('.md')).sort()
  const parsed = await Promise.all(
    names.map(async name => parseLesson(`lessons/${name}`, await readFile(join(path, name), 'utf8'))),
  )
  return {
    lessons: parsed.flatMap(result => (result.ok ? [result.value] : [])),
    problems: parsed.flatMap(result => (result.ok ? [] : [result.problem])),
  }
}
