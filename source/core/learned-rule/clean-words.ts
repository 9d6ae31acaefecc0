import { withoutHiddenCharacters } from '../text/find-hidden-characters.js'
import { isWritable } from './lint-text.js'

/** Longest remark of the developer's that a sentence takes in, in words. */
export const MOST_REMARK_WORDS = 16

/**
 * Returns the developer's own words as they may stand in a guardrail: one line, no hidden characters, `@word` in
 * backticks, at most `limit` words. Empty when what remains still could not be written safely.
 */
export function cleanWords(words: string, limit = MOST_REMARK_WORDS): string {
  const line = withoutHiddenCharacters(words.replace(/[\r\n\u2028\u2029\t]+/g, ' ')).trim()
  const quoted = line
    .split(/(`[^`]*`)/)
    .map(part => (part.startsWith('`') ? part : part.replace(/(?<![\w`])@[\w./~-]+/g, '`$&`')))
    .join('')
  const all = quoted.split(/\s+/).filter(word => word !== '')
  const short = all.length > limit ? `${all.slice(0, limit).join(' ')}…` : all.join(' ')
  if (short === '' || !isWritable(short)) return ''
  return short.replace(/[.…\s]+$/, '') + (short.endsWith('…') ? '…' : '')
}
