import { unpackPattern } from './pack-pattern.js'
import type { Pattern } from './pattern.js'

/** A pattern, or a sentence that says why the grammar cannot use it. */
export type MadePattern = Pattern | string

/** The patterns that were compiled for one grammar, by the JSON of their source. */
export type PatternShelf = {
  /** Returns what was made of a pattern, or null when nobody compiled it yet. */
  readonly find: (key: string) => MadePattern | null
  readonly keep: (key: string, made: MadePattern) => void
  /** Takes in what the build compiled, as it was packed; each is read when it is asked for. */
  readonly takeIn: (packed: Readonly<Record<string, string>>) => void
  readonly all: () => ReadonlyMap<string, MadePattern>
}

/** Returns an empty shelf. */
export function createPatternShelf(): PatternShelf {
  const made = new Map<string, MadePattern>()
  let shipped: Readonly<Record<string, string>> = {}
  return {
    find: key => {
      const known = made.get(key)
      if (known !== undefined) return known
      const packed = shipped[key]
      if (packed === undefined) return null
      const pattern = unpackPattern(packed)
      made.set(key, pattern)
      return pattern
    },
    keep: (key, pattern) => {
      made.set(key, pattern)
    },
    takeIn: packed => {
      shipped = packed
    },
    all: () => made,
  }
}
