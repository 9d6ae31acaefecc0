/** A small seeded generator (mulberry32, public domain): the same seed gives the same numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const STRANGE: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  2 ** 40,
  '',
  '../../etc/passwd',
  'file:///etc/passwd',
  '%E0%A4%A',
  '\u001b]52;c;AAAA\u0007',
  '\u202e',
  [],
  {},
  true,
  '\ud800',
  { __proto__: null },
  'x'.repeat(10_000),
]

/** Returns a copy of a JSON value with a few places replaced, removed or doubled, as the seed says. */
export function mutateJson(value: unknown, random: () => number): unknown {
  const strange = (): unknown => STRANGE[Math.floor(random() * STRANGE.length)]
  if (random() < 0.02) return strange()
  if (Array.isArray(value)) {
    const items = value.map(item => mutateJson(item, random))
    if (random() < 0.05) items.push(strange())
    return random() < 0.05 ? items.slice(1) : items
  }
  if (typeof value !== 'object' || value === null) return random() < 0.03 ? strange() : value
  const entries = Object.entries(value).filter(() => random() > 0.02)
  return Object.fromEntries(
    entries.map(([key, item]) => [random() < 0.01 ? `${key}x` : key, mutateJson(item, random)]),
  )
}

/** Returns a text with a few characters cut, doubled or flipped, as the seed says. */
export function mutateText(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const length = Math.floor(random() * 40)
  const kind = random()
  if (kind < 0.3) return text.slice(0, at)
  if (kind < 0.6) return text.slice(0, at) + text.slice(at + length)
  if (kind < 0.8) return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length)
  return `${text.slice(0, at)}${String.fromCharCode(Math.floor(random() * 0xffff))}${text.slice(at + 1)}`
}
