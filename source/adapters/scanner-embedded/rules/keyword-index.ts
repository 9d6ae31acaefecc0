const ALPHABET = 128

/** Building the automaton pays from this much text on, in UTF-16 units. */
const WORTH_BUILDING = 100_000

/**
 * Returns a function that tells which of the words occur in a text; the answer is indexed like `words`. Small scans look
 * for each word, large ones for all in one pass (the automaton of Aho and Corasick, 1975).
 */
export function indexKeywords(
  words: readonly string[],
  worth = WORTH_BUILDING,
): (text: string) => Uint8Array {
  let seen = 0
  let find: ((text: string) => Uint8Array) | null = null
  return text => {
    seen += text.length
    if (seen < worth) return Uint8Array.from(words, word => (text.includes(word) ? 1 : 0))
    find ??= findInOnePass(words)
    return find(text)
  }
}

/** A word with characters beyond ASCII always counts as found. */
function findInOnePass(words: readonly string[]): (text: string) => Uint8Array {
  const { next, ends } = buildAutomaton(words)
  return text => {
    const found = Uint8Array.from(words, word => (isAscii(word) ? 0 : 1))
    let state = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      state = code < ALPHABET ? (next[state * ALPHABET + code] ?? 0) : 0
      const list = ends[state]
      if (list !== undefined) for (const word of list) found[word] = 1
    }
    return found
  }
}

function isAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= ALPHABET) return false
  return true
}

function buildAutomaton(words: readonly string[]): {
  readonly next: Int32Array
  readonly ends: readonly (readonly number[] | undefined)[]
} {
  const usable = words.map((word, i) => ({ word, i })).filter(({ word }) => word !== '' && isAscii(word))
  const size = 1 + usable.reduce((sum, { word }) => sum + word.length, 0)
  const next = new Int32Array(size * ALPHABET).fill(-1)
  const ends: (number[] | undefined)[] = []
  let states = 1
  for (const { word, i } of usable) {
    let state = 0
    for (let at = 0; at < word.length; at++) {
      const cell = state * ALPHABET + word.charCodeAt(at)
      let target = next[cell] ?? -1
      if (target < 0) {
        target = states++
        next[cell] = target
      }
      state = target
    }
    const list = ends[state]
    if (list === undefined) ends[state] = [i]
    else list.push(i)
  }
  fillFailures(next, ends, states)
  return { next, ends }
}

/** Breadth first: where a word breaks off, go on in the longest suffix that is a prefix of some word. */
function fillFailures(next: Int32Array, ends: (number[] | undefined)[], states: number): void {
  const suffix = new Int32Array(states)
  const queue: number[] = []
  for (let code = 0; code < ALPHABET; code++) {
    const target = next[code] ?? -1
    if (target < 0) next[code] = 0
    else queue.push(target)
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0
    const back = suffix[state] ?? 0
    const inherited = ends[back]
    if (inherited !== undefined) ends[state] = [...(ends[state] ?? []), ...inherited]
    for (let code = 0; code < ALPHABET; code++) {
      const cell = state * ALPHABET + code
      const target = next[cell] ?? -1
      const fallback = next[back * ALPHABET + code] ?? 0
      if (target < 0) next[cell] = fallback
      else {
        suffix[target] = fallback
        queue.push(target)
      }
    }
  }
}
