import { readSource } from './read-source.js'

const MANIFEST = /(^|\/)(package\.json|pyproject\.toml|Pipfile|setup\.(py|cfg)|requirements[^/]*\.(txt|in))$/

/** More manifests than this are not read: a monorepo's packages depend on much the same. */
const MAX_MANIFESTS = 60

/** Returns which of the asked modules the project depends on, as the manifests among `paths` (relative) say. */
export function findModules(
  root: string,
  paths: readonly string[],
  asked: ReadonlySet<string>,
): ReadonlySet<string> {
  const manifests = paths.filter(path => MANIFEST.test(path)).slice(0, MAX_MANIFESTS)
  const readings = manifests.map(path => readSource(root, path))
  const text = readings.map(reading => (reading.kind === 'text' ? reading.text : '')).join('\n')
  const words = new Set(text.split(/[^A-Za-z0-9_./@-]+/).map(word => word.toLowerCase()))
  return new Set([...asked].filter(name => words.has(name.toLowerCase())))
}
