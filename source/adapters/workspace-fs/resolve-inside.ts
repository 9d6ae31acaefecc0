import { lstat, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { type Result, succeed } from '../../core/problem.js'
import { errorCode, failFile, failSystem } from './file-problem.js'

function isUnder(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

/** Returns the real path of `path`, or of the nearest folder above it that exists, with the rest put back on. */
async function realTarget(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    // A link whose target is missing exists itself; what it points at is unknown, so it is treated as outside.
    if (await lstat(path).catch(() => null)) return ''
    return join(await realTarget(dirname(path)), path.slice(dirname(path).length))
  }
}

/**
 * Returns the absolute, real path of a file named relative to `root` (itself absolute and real).
 * Fails for absolute paths, for paths that leave the root and for links that lead out of it.
 */
export async function resolveInside(root: string, path: string): Promise<Result<string>> {
  const absolute = resolve(root, path)
  if (path === '' || path.includes('\0') || isAbsolute(path) || !isUnder(root, absolute)) {
    return failFile(path, 'This path is not inside the project.')
  }
  try {
    const real = await realTarget(absolute)
    if (!isUnder(root, real)) return failFile(path, 'A link leads out of the project; it is not followed.')
    return succeed(real)
  } catch (error) {
    return failSystem(path, error)
  }
}

/** Returns whether a real path is inside git's own folder, which is never written to. */
export function isGitInternal(root: string, real: string): boolean {
  return real
    .slice(root.length)
    .split(sep)
    .some(part => part.toLowerCase() === '.git')
}
