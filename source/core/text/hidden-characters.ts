type HiddenGroup = {
  readonly name: string
  /** First and last code point, both included. */
  readonly ranges: readonly (readonly [number, number])[]
}

/**
 * The code points that a person does not see or that change what a person sees, grouped as in the Unicode charts:
 * tags, bidirectional controls, zero-width and invisible, variation selectors, fillers, interlinear annotation,
 * line separators and private use. Trojan Source (CVE-2021-42574) and the "rules file backdoor" both rest on these.
 */
export const HIDDEN_GROUPS: readonly HiddenGroup[] = [
  { name: 'tag character', ranges: [[0xe0000, 0xe007f]] },
  {
    name: 'direction override',
    ranges: [
      [0x061c, 0x061c],
      [0x200e, 0x200f],
      [0x202a, 0x202e],
      [0x2066, 0x2069],
    ],
  },
  {
    name: 'invisible character',
    ranges: [
      [0x00ad, 0x00ad],
      [0x034f, 0x034f],
      [0x180e, 0x180e],
      [0x200b, 0x200d],
      [0x2060, 0x2064],
      [0x206a, 0x206f],
      [0xfeff, 0xfeff],
    ],
  },
  {
    name: 'variation selector',
    ranges: [
      [0x180b, 0x180d],
      [0xfe00, 0xfe0f],
      [0xe0100, 0xe01ef],
    ],
  },
  {
    name: 'filler',
    ranges: [
      [0x115f, 0x1160],
      [0x3164, 0x3164],
      [0xffa0, 0xffa0],
    ],
  },
  { name: 'annotation mark', ranges: [[0xfff9, 0xfffb]] },
  { name: 'line separator', ranges: [[0x2028, 0x2029]] },
  {
    name: 'private-use character',
    ranges: [
      [0xe000, 0xf8ff],
      [0xf0000, 0xffffd],
      [0x100000, 0x10fffd],
    ],
  },
]

/** Returns the name of the hidden group a code point belongs to, or null when it is an ordinary character. */
export function hiddenGroup(codePoint: number): string | null {
  for (const group of HIDDEN_GROUPS)
    for (const [first, last] of group.ranges) if (codePoint >= first && codePoint <= last) return group.name
  return null
}

const classOf = (ranges: readonly (readonly [number, number])[]) =>
  ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join('')

/** Source of a regular-expression character class body (flag `u`) that holds every hidden code point. */
export const HIDDEN_CLASS = classOf(HIDDEN_GROUPS.flatMap(group => group.ranges))

const PICTOGRAPH = /\p{Extended_Pictographic}/u
const ENDS_PICTOGRAPH = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u20E3/u
const EMOJI_BASE = /\p{Emoji}/u
/** Scripts whose spelling needs the zero-width joiner and non-joiner. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}]/u
const FLAG_TAGS = /^\u{1F3F4}[\u{E0061}-\u{E007A}\u{E0030}-\u{E0039}]{1,7}\u{E007F}/u

/**
 * Returns whether a hidden code point is at home where it stands: an emoji's variation selector or joiner, a letter
 * joiner in a script that needs it, or the tags of a subdivision flag. `before` is the text before it as it is shown,
 * `after` the raw text behind it.
 */
export function isLegitimateThere(character: string, before: string, after: string): boolean {
  const previous = lastCharacter(before)
  const next = firstCharacter(after)
  if (character === '\uFE0F') return EMOJI_BASE.test(previous)
  if (character === '\u200D' && ENDS_PICTOGRAPH.test(previous) && PICTOGRAPH.test(next)) return true
  if (character === '\u200C' || character === '\u200D') return JOINING.test(previous) && JOINING.test(next)
  const code = character.codePointAt(0) ?? 0
  if (code < 0xe0020 || code > 0xe007f) return false
  const flag = before.lastIndexOf('\u{1F3F4}')
  if (flag < 0 || before.length - flag > 20) return false
  const sequence = FLAG_TAGS.exec(before.slice(flag) + character + after)?.[0] ?? ''
  return sequence.length >= before.length - flag + character.length
}

function lastCharacter(text: string): string {
  const last = text.slice(-2)
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(last) ? last : last.slice(-1)
}

function firstCharacter(text: string): string {
  const code = text.codePointAt(0)
  return code === undefined ? '' : String.fromCodePoint(code)
}
