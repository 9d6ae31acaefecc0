const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const PLAIN = /^[\x20-\x7e]*$/

/** Returns the characters as a person counts them: an emoji with its joiners, or a letter with its accents, is one. */
export function graphemes(text: string): readonly string[] {
  if (PLAIN.test(text)) return text.split('')
  return Array.from(segmenter.segment(text), part => part.segment)
}
