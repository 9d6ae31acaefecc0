import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { delimiter, isAbsolute, join, relative } from 'node:path'

/**
 * Returns the absolute path of a program on PATH, or null. Relative folders and folders inside `root` do not count:
 * a repository must not be able to supply the program that we run.
 */
export async function findOnPath(name: string, root: string): Promise<string | null> {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!isAbsolute(folder)) continue
    for (const candidate of names.map(one => join(folder, one))) {
      if (!isInside(candidate, root) && (await isRunnableOutside(candidate, root))) return candidate
    }
  }
  return null
}

async function isRunnableOutside(candidate: string, root: string): Promise<boolean> {
  try {
    await access(candidate, constants.X_OK)
    return !isInside(await realpath(candidate), root)
  } catch {
    return false // not in this folder, or not to be run: the search goes on
  }
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}
