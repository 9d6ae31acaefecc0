import picomatch from 'picomatch'

/** Returns a test for "this path matches one of the globs"; a glob that names a folder matches all below it. */
export function createGlobFilter(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const patterns = globs.flatMap(glob => {
    const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '')
    return [plain, `${plain}/**`]
  })
  return picomatch(patterns, { dot: true })
}
