/**
 * Returns the items so that no two neighbours share a group, where the numbers allow it, otherwise as early as
 * possible in the order given: mixing kinds of mistakes teaches to tell them apart (lessons.md §2.2, §3.5).
 */
export function interleave<T>(items: readonly T[], groupOf: (item: T) => string): readonly T[] {
  const left = [...items]
  const ordered: T[] = []
  let last: string | null = null
  while (left.length > 0) {
    const counts = new Map<string, number>()
    for (const item of left) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1)
    // A group that fills more than half of the places left must come now, or its members end up side by side.
    const urgent = [...counts].find(([group, count]) => group !== last && count * 2 > left.length)?.[0]
    let index = left.findIndex(item => {
      const group = groupOf(item)
      return urgent === undefined ? group !== last : group === urgent
    })
    if (index === -1) index = 0
    const [item] = left.splice(index, 1)
    if (item === undefined) break
    ordered.push(item)
    last = groupOf(item)
  }
  return ordered
}
