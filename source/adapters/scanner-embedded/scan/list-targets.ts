import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { createGlobFilter } from '../../system/glob-filter.js'
import { languageOfPath } from '../tree/language.js'

/**
 * Returns the files to scan: those of the project that a grammar reads, narrowed to `paths` (files or folders,
 * relative) and without those that match a glob of `exclude`. A file that is named itself is always scanned.
 */
export async function listTargets(
  root: string,
  project: readonly string[],
  paths: readonly string[],
  exclude: readonly string[] = [],
): Promise<readonly string[]> {
  const isExcluded = createGlobFilter(exclude)
  const readable = project.filter(path => languageOfPath(path) !== null && !isExcluded(path))
  const wanted = paths.map(normalise)
  if (wanted.length === 0 || wanted.includes('')) return readable
  const chosen = new Set(
    readable.filter(path => wanted.some(want => path === want || path.startsWith(`${want}/`))),
  )
  for (const want of wanted)
    if (languageOfPath(want) !== null && (await isFile(join(root, want)))) chosen.add(want)
  return [...chosen].sort()
}

function normalise(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/')
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile()
  } catch {
    // A name that is no file adds nothing; the caller told paths that do not exist already.
    return false
  }
}
