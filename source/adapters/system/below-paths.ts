/** Returns whether a path is one of `paths` (files or folders, relative) or lies below one; no paths mean everywhere. */
export function isBelowPaths(path: string, paths: readonly string[]): boolean {
  const wanted = paths.map(one => one.replace(/^\.\//, '').replace(/\/$/, ''))
  return (
    wanted.length === 0 ||
    wanted.some(one => one === '' || one === '.' || path === one || path.startsWith(`${one}/`))
  )
}
