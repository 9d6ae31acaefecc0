import { checkTakeovers } from '../audit/check-instructions.js'
import { findHiddenCharacters } from '../text/find-hidden-characters.js'

/** What is wrong with a line of guardrail text. A `refuse` keeps it from being saved or written, a `warn` is shown. */
export type TextIssue = {
  readonly level: 'refuse' | 'warn'
  readonly code:
    | 'empty'
    | 'too-long'
    | 'several-lines'
    | 'hidden-character'
    | 'import'
    | 'marker'
    | 'markup'
    | 'fence'
    | 'command'
    | 'takeover'
    | 'vague'
    | 'no-prohibition'
  readonly message: string
}

/** Longest guardrail line in words (design.md §8). */
export const MOST_WORDS = 40
const MOST_CHARACTERS = 400

const CODE_SPAN = /`[^`]*`/g
/** What a sentence forbids is no order: NEVER send tokens in a URL. */
const FORBIDDEN = /\b(?:never|do not|don't|must not)\s+$/i
/** Our own markers, and what would close or open a comment around them. */
const MARKER = /guardrail-coach:(?:begin|end)|<!--|-->/i
/** Tags, link reference definitions, links and data URIs: places where words hide from a reader or pull in a file. */
const MARKUP =
  /<\/?[A-Za-z][^>]*>|^\s*\[[^\]]*\]:|!?\[[^\]]*\]\([^)]*\)|\bdata:[\w/+-]+[;,]|#\[\[|javascript:/i
/** `@word` is an import for several assistants (formats.md §1.6). */
const IMPORT = /(?:^|[^\w`])@[\w./~-]/
/** Claude's dynamic context: an exclamation mark before a code span runs it. */
const COMMAND = /!`/
/** Words that ask for a mood instead of naming a call. */
const VAGUE =
  /\b(?:be (?:secure|careful|safe)|best practices?|as appropriate|appropriately|properly|make sure|be sure|where possible|if possible|secure(?:ly)? code|good practice|carefully|security expert|sanitize everything|always validate)\b/i

/** Returns what is wrong with a guardrail sentence, refusals first; empty when it may be written as it is. */
export function lintText(text: string): readonly TextIssue[] {
  const issues: TextIssue[] = []
  const prose = text.replace(CODE_SPAN, ' ')
  const words = countWords(text)
  const refuse = (code: TextIssue['code'], message: string) => issues.push({ level: 'refuse', code, message })
  const warn = (code: TextIssue['code'], message: string) => issues.push({ level: 'warn', code, message })

  if (text.trim() === '') refuse('empty', 'The sentence is empty.')
  if (words > MOST_WORDS || text.length > MOST_CHARACTERS)
    refuse(
      'too-long',
      `The sentence has ${words} words and ${text.length} characters; ${MOST_WORDS} words are the limit.`,
    )
  if (/[\r\n\u2028\u2029]/.test(text)) refuse('several-lines', 'A guardrail is one line.')
  const hidden = findHiddenCharacters(text)
  if (hidden.length > 0) refuse('hidden-character', `The sentence holds ${nameHidden(hidden)}.`)
  if (MARKER.test(text))
    refuse('marker', 'The sentence holds a comment mark, which would break the block it stands in.')
  if (/```|~~~/.test(text) || (text.match(/`/g)?.length ?? 0) % 2 === 1)
    refuse('fence', 'A backtick is not closed, or a code fence was opened.')
  if (MARKUP.test(prose)) refuse('markup', 'Links and tags can hide words; write plain text.')
  if (IMPORT.test(prose))
    refuse('import', 'A bare @word makes some assistants load a file; put it in backticks.')
  if (COMMAND.test(text))
    refuse('command', 'An exclamation mark before a backtick runs a command in some assistants.')
  const takeover = [...checkTakeovers(text, '')].find(one => !FORBIDDEN.test(text.slice(0, one.offset)))
  if (takeover)
    refuse('takeover', `This reads as an order to take an assistant over: "${takeover.seen.slice(0, 60)}".`)
  const vague = VAGUE.exec(prose)
  if (vague) warn('vague', `"${vague[0]}" names no call an assistant could use or avoid.`)
  if (!/\b(?:NEVER|never|do not|don't|must not|no)\b/i.test(prose))
    warn('no-prohibition', 'Rules that say what not to do are followed best; begin with NEVER.')
  return issues
}

/** Returns whether a sentence may be written to a file. */
export function isWritable(text: string): boolean {
  return lintText(text).every(issue => issue.level !== 'refuse')
}

/** Returns the number of words, split at blanks. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(word => word !== '').length
}

function nameHidden(hidden: ReturnType<typeof findHiddenCharacters>): string {
  const counts = new Map<string, number>()
  for (const { codePoint } of hidden) {
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const list = [...counts].slice(0, 5).map(([name, count]) => (count > 1 ? `${name} (${count} times)` : name))
  return `${hidden.length === 1 ? 'a hidden character' : 'hidden characters'}: ${list.join(', ')}`
}
