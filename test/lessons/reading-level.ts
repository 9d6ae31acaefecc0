/** Returns the words of a text: what stands between blanks and holds a letter or digit. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
}

/**
 * Returns the Flesch–Kincaid grade of a text: the US school year that reads it with ease.
 * Formula: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new readability formulas", Navy Training Command
 * Research Branch Report 8-75 (1975): 0.39 × words/sentences + 11.8 × syllables/words − 15.59.
 * Code in backticks counts as one word of one syllable; it is looked at, not read out.
 */
export function readingGrade(text: string): number {
  const plain = text.replace(/`[^`]*`/g, 'code')
  const words = wordsOf(plain)
  const sentences = plain.split(/[.:;?]+(?:\s|$)/).filter(part => wordsOf(part).length > 0)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

/** Vowel groups, less a silent e at the end; the usual approximation, right for about nine English words in ten. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = letters.replace(/(?<=[a-z]{2})(?:[^laeiouy]es|ed|(?<!l)e)$/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0)
}
