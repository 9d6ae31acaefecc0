import { readSource } from './read-source.js'

const MANIFEST = /(^|\/)(package\.json|pyproject\.toml|Pipfile|setup\.(py|cfg)|requirements[^/]*\.(txt|in))$/

/** More manifests than this are not read: a monorepo's packages depend on much the same. */
const MAX_MANIFESTS = 60

/** Returns a test for "the project depends on this module", read from the manifests among `paths`. */
export async function readProjectModules(
  root: string,
  paths: readonly string[],
): Promise<(name: string) => boolean> {
  const manifests = paths.filter(path => MANIFEST.test(path)).slice(0, MAX_MANIFESTS)
  const readings = await Promise.all(manifests.map(path => readSource(root, path)))
  const text = readings.map(reading => (reading.kind === 'text' ? reading.text : '')).join('\n')
  const words = new Set(text.split(/[^A-Za-z0-9_./@-]+/).map(word => word.toLowerCase()))
  return name => words.has(name.toLowerCase())
}
