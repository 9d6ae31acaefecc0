/** Points for a letter found, one that begins a word, and one right behind the letter before it. */
const FOUND = 1
const AT_WORD = 6
const IN_A_ROW = 4

/**
 * Returns how well `text` fits what was typed, higher is better, or null when it does not: every word typed must be
 * found letter by letter in order, "opf" in "open file". Case does not count.
 */
export function fuzzyScore(typed: string, text: string): number | null {
  const lower = text.toLowerCase()
  let sum = 0
  for (const word of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const score = wordScore(word, lower)
    if (score === null) return null
    sum += score
  }
  return sum
}

/** Goes from each place where the word's first letter stands and keeps the best. */
function wordScore(word: string, text: string): number | null {
  let best: number | null = null
  for (let at = text.indexOf(word[0] ?? ''); at >= 0; at = text.indexOf(word[0] ?? '', at + 1)) {
    const score = scoreFrom(word, text, at)
    if (score === null) break
    best = Math.max(best ?? 0, score)
  }
  return best
}

function scoreFrom(word: string, text: string, start: number): number | null {
  let score = 0
  let last = -2
  let from = start
  for (const letter of word) {
    const at = text.indexOf(letter, from)
    if (at < 0) return null
    score += FOUND
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) score += AT_WORD
    if (at === last + 1) score += IN_A_ROW
    last = at
    from = at + letter.length
  }
  return score
}
