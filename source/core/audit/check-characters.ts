import { findHiddenCharacters } from '../text/find-hidden-characters.js'
import type { AuditCheck } from './audit-finding.js'

/** Latin letters in one word with letters that only look like them (CVE-2021-42694). */
const MIXED =
  /(?<!\p{L})(?=\p{L}{0,40}\p{Script=Latin})(?=\p{L}{0,40}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}])\p{L}{3,}/gu

/** Finds characters that a reader does not see: one finding a run, with its code points and what tags spell. */
export const checkCharacters: AuditCheck = function* (text) {
  const hidden = findHiddenCharacters(text)
  for (let index = 0; index < hidden.length; index++) {
    const first = hidden[index]
    if (!first) continue
    const run = [first]
    for (
      let next = hidden[index + 1];
      next && next.offset - endOf(run.at(-1)) <= 1;
      next = hidden[++index + 1]
    )
      run.push(next)
    const tags = run.filter(one => one.codePoint >= 0xe0020 && one.codePoint < 0xe007f)
    const spelled = tags.map(one => String.fromCodePoint(one.codePoint - 0xe0000)).join('')
    yield {
      kind: 'hidden-character',
      offset: first.offset,
      message: `${run.length === 1 ? 'A hidden character' : `${run.length} hidden characters`} (${first.group}, U+${first.codePoint.toString(16).toUpperCase().padStart(4, '0')})${spelled === '' ? '' : '; the tags spell a text'}.`,
      seen: spelled === '' ? text.slice(first.offset, endOf(run.at(-1))) : spelled,
    }
  }
}

/** Finds words of two scripts, in which one letter may be another's double. */
export const checkScripts: AuditCheck = function* (text) {
  for (const match of text.matchAll(MIXED))
    yield {
      kind: 'mixed-script',
      offset: match.index,
      message: 'A word mixes letters of two scripts that look alike.',
      seen: match[0],
    }
}

function endOf(one: { readonly offset: number; readonly codePoint: number } | undefined): number {
  return one ? one.offset + (one.codePoint > 0xffff ? 2 : 1) : 0
}
