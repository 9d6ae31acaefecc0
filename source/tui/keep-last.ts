import type { Differ } from '../ports/system.js'

/** Returns a differ that keeps its last result, so that scrolling through a diff does not compare the files again. */
export function keepLast(differ: Differ): Differ {
  let last: { readonly key: readonly unknown[]; readonly hunks: ReturnType<Differ> } | null = null
  return (before, after, context) => {
    const key = [before, after, context]
    if (last?.key.every((value, index) => value === key[index])) return last.hunks
    last = { key, hunks: differ(before, after, context) }
    return last.hunks
  }
}
