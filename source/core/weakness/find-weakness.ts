import type { Weakness } from './weakness.js'

/** Returns the weakness a slug or one of its other names stands for, else the one that shares a CWE, else null. */
export function findWeakness(
  weaknesses: readonly Weakness[],
  slug: string,
  cwe: readonly number[] = [],
): Weakness | null {
  return (
    weaknesses.find(one => one.id === slug || one.aliases.includes(slug)) ??
    weaknesses.find(one => one.cwe.some(number => cwe.includes(number))) ??
    null
  )
}
