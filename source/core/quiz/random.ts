/** Returns a 32-bit seed made from a number and a text (FNV-1a), so each item gets its own order within one seed. */
export function mixSeed(seed: number, text: string): number {
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619) >>> 0
  }
  return hash
}

/** Returns a generator of numbers in [0, 1) that is the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Returns the items in an order that depends on the seed alone. */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed)
  const keyed = items.map(item => ({ item, key: random() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
