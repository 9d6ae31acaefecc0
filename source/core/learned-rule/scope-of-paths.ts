import { isSafeDirectory } from './safe-name.js'

/** A scope holds at least this share of the evidence (learning.md §2.4). */
const SHARE = 0.8

/**
 * Returns the globs a learned rule applies to: the longest folder that holds four fifths of the evidence, or none
 * (everywhere). A folder whose name could not stand in an assistant's file gives way to the folder above it.
 */
export function scopeOfPaths(paths: readonly string[]): readonly string[] {
  const folders = paths.map(path => path.split('/').slice(0, -1))
  let common: readonly string[] = []
  for (let depth = 1; ; depth++) {
    const counts = new Map<string, number>()
    for (const folder of folders) {
      if (folder.length < depth) continue
      const name = folder.slice(0, depth).join('/')
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
    if (paths.length === 0 || count / paths.length < SHARE) break
    const parts = best.split('/')
    if (!parts.every(isSafeDirectory)) break
    common = parts
  }
  return common.length === 0 ? [] : [`${common.join('/')}/**`]
}
