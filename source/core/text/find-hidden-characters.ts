import { hiddenGroup, isLegitimateThere } from './hidden-characters.js'

/** One character of a text that a reader would not see. */
export type HiddenCharacter = {
  /** UTF-16 offset in the text. */
  readonly offset: number
  readonly codePoint: number
  /** The group it belongs to, in words. */
  readonly group: string
}

/**
 * Returns the hidden characters of a text in order, control characters and unpaired surrogates included
 * (formats.md §8.2). Line feeds, tabs, the carriage return of a CRLF, a BOM at the very start and characters that are
 * at home where they stand (emoji, joining scripts) are not hidden.
 */
export function findHiddenCharacters(text: string): readonly HiddenCharacter[] {
  const found: HiddenCharacter[] = []
  let offset = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const group = groupOf(codePoint, text[offset + 1] ?? '')
    const isAllowed =
      group !== null &&
      ((codePoint === 0xfeff && offset === 0) ||
        isLegitimateThere(
          character,
          text.slice(Math.max(0, offset - 30), offset),
          text.slice(offset + character.length, offset + 30),
        ))
    if (group !== null && !isAllowed) found.push({ offset, codePoint, group })
    offset += character.length
  }
  return found
}

/** Returns the text without its hidden characters. */
export function withoutHiddenCharacters(text: string): string {
  let result = ''
  let from = 0
  for (const { offset, codePoint } of findHiddenCharacters(text)) {
    result += text.slice(from, offset)
    from = offset + (codePoint > 0xffff ? 2 : 1)
  }
  return result + text.slice(from)
}

function groupOf(codePoint: number, next: string): string | null {
  const isControl = codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)
  const isLineEnd = codePoint === 0x0a || codePoint === 0x09 || (codePoint === 0x0d && next === '\n')
  if (isControl) return isLineEnd ? null : 'control character'
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'unpaired surrogate'
  return hiddenGroup(codePoint)
}
