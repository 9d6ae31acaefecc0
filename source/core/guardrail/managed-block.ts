import { type HashText, normaliseBody, wrapBody } from './block-marker.js'
import { type FoundBlock, findBlock, linesOf } from './find-block.js'

/** Past this size the end of a file is likely to be cut off, so the block goes near the top (formats.md §4.3). */
const LONG_FILE = 24 * 1024

/**
 * Returns the text with our block holding `body`: put in when there is none, replaced when there is one. Null when
 * the text cannot be changed safely (`findBlock` says why). Nothing outside the block changes, not a byte.
 */
export function putBlock(text: string, body: string, hash: HashText): string | null {
  const found = findBlock(text, hash)
  if (found.kind === 'unclear') return null
  if (found.kind === 'none') {
    const result = insertBlock(text, body, hash)
    return removeBlock(result, hash) === text ? result : null
  }
  return replaceBlock(text, found, body, hash)
}

/** Returns the text without our block, byte for byte as it was before `putBlock`. The text itself when it holds none. */
export function removeBlock(text: string, hash: HashText): string | null {
  const found = findBlock(text, hash)
  if (found.kind === 'unclear') return null
  if (found.kind === 'none') return text
  return cutBlock(text, found)
}

/** Returns whether a text is nothing but our block, as `putBlock` makes it of a file that did not exist. */
export function isOnlyBlock(text: string, hash: HashText): boolean {
  const found = findBlock(text, hash)
  return found.kind === 'block' && found.start === 0 && text.slice(found.end) === found.eol
}

/** Returns a new file that holds only our block. */
export function newBlockFile(body: string, hash: HashText): string {
  return `${wrapBody(body, hash, '\n')}\n`
}

function replaceBlock(text: string, found: FoundBlock, body: string, hash: HashText): string {
  const isSame = !found.isEdited && normaliseBody(found.body) === normaliseBody(body)
  if (isSame) return text
  return text.slice(0, found.start) + wrapBody(body, hash, found.eol) + text.slice(found.end)
}

/**
 * Inserting is the exact inverse of cutting: in a text whose last line is ended, one line end goes before the block
 * and one behind it; in a text whose last line is not, two go before it and none behind. Which of the two it was can
 * be read off the result, so nothing has to be remembered to restore the file.
 */
function insertBlock(text: string, body: string, hash: HashText): string {
  const eol = majorityEol(text)
  const block = wrapBody(body, hash, eol)
  const early = text.length > LONG_FILE ? afterIntroduction(text) : null
  if (early !== null) {
    const result = text.slice(0, early) + eol + block + eol + text.slice(early)
    // The place may turn out to lie inside code; the end of the file never does, or the search had refused it.
    if (removeBlock(result, hash) === text) return result
  }
  return text === '' || text.endsWith('\n') ? text + eol + block + eol : text + eol + eol + block
}

function cutBlock(text: string, { start, end, eol }: FoundBlock): string {
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (after === '') return dropEnd(dropEnd(before, eol), eol)
  const rest = after.startsWith(eol) ? after.slice(eol.length) : after
  return dropEnd(before, eol) + rest
}

function dropEnd(text: string, eol: string): string {
  return text.endsWith(eol) ? text.slice(0, -eol.length) : text
}

function majorityEol(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1
  const lf = text.split('\n').length - 1 - crlf
  return crlf > lf ? '\r\n' : '\n'
}

/** Offset behind the first heading and the paragraph that follows it, where a blank line stands; null without one. */
function afterIntroduction(text: string): number | null {
  const lines = linesOf(text)
  const heading = lines.findIndex(line => /^# /.test(line.text))
  if (heading < 0) return null
  let index = heading + 1
  while (lines[index]?.text.trim() === '') index++
  const isProse = /^[\p{L}\p{N}*_>"'(]/u.test(lines[index]?.text ?? '')
  while (isProse && index < lines.length && lines[index]?.text.trim() !== '') index++
  const blank = isProse ? lines[index] : lines[heading + 1]
  return blank && blank.text.trim() === '' && blank.start < text.length ? blank.start : null
}
