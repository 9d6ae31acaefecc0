/**
 * Where a rule can match: kind → names a call of this kind can have (null: any name), or null for any node.
 * Only for calls the names matter.
 */
export type Roots = ReadonlyMap<number, ReadonlySet<string> | null> | null

/** Returns the places where both can match. */
export function intersectRoots(left: Roots, right: Roots): Roots {
  if (left === null) return right
  if (right === null) return left
  const both = new Map<number, ReadonlySet<string> | null>()
  for (const [kind, names] of left) {
    const others = right.get(kind)
    if (others === undefined) continue
    if (names === null || others === null) both.set(kind, names ?? others)
    else both.set(kind, new Set([...names].filter(name => others.has(name))))
  }
  return both
}

/** Returns the places where either can match. */
export function uniteRoots(left: Roots, right: Roots): Roots {
  if (left === null || right === null) return null
  const either = new Map(left)
  for (const [kind, names] of right) {
    const known = either.get(kind)
    if (known === undefined) either.set(kind, names)
    else either.set(kind, known === null || names === null ? null : new Set([...known, ...names]))
  }
  return either
}

/** Nowhere. */
export const NO_ROOTS: Roots = new Map()
