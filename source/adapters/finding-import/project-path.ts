import { isAbsolute, posix, relative, resolve, sep } from 'node:path'

/** Returns a path of a tool's report relative to `root` with forward slashes, or null when it leaves the root. */
export function projectPath(path: string, root: string): string | null {
  const inside = relative(root, resolve(root, path))
  return inside === '' || inside.startsWith('..') || isAbsolute(inside)
    ? null
    : inside.split(sep).join(posix.sep)
}
