import { memoiseLast } from '../memoise.js'
import { HIDDEN_CLASS, isLegitimateThere } from './hidden-characters.js'

/** How much of a hostile text is shown. Lengths count UTF-16 units of the result. */
export type PrintableOptions = {
  /** Keeps line feeds and tabs (and drops the carriage return of a CRLF); else they are shown as marks. */
  readonly lines?: boolean
  /** Cut-off of one line; a mark tells how much is missing. */
  readonly maxLine?: number
  /** Cut-off of the whole text. */
  readonly maxTotal?: number
}

const MAX_LINE = 2_000
const MAX_TOTAL = 2_000_000
/** Characters of an escape sequence's body that its mark still shows. */
const MAX_BODY = 16
/** Combining marks that may sit on one letter; real spelling needs at most four. */
const MAX_COMBINING = 4

/** Text of these alone (Latin, punctuation, arrows, symbols, lines and boxes) needs no look at Unicode's tables. */
export const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff]*$/

// Expressions with Unicode properties take milliseconds to build, which the first frame should not wait for.

/** Everything that needs a closer look; texts without any of these are returned as they are. */
const suspect = memoiseLast(() => new RegExp(`[\\x00-\\x1f\\x7f-\\x9f\\p{Mn}\\p{Me}${HIDDEN_CLASS}]`, 'u'))

/** An unpaired surrogate, in terms of UTF-16 units: V8 misses some of them when it searches by code point. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * ECMA-48 sequences in their 7-bit and C1 forms: control sequences; the string sequences OSC, DCS, SOS, PM and APC, which run to BEL
 * or ST and are taken as far as their own line when nobody ends them; then every other two-character escape.
 */
const SEQUENCE = new RegExp(
  [
    '(?:\\x1b\\[|\\x9b)[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]?',
    '(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c\\x18\\x1a\\r\\n]*(?:\\x07|\\x1b\\\\|\\x9c|[\\x18\\x1a])?',
    '\\x1b[\\x20-\\x2f]*[\\x30-\\x7e]?',
  ].join('|'),
  'g',
)

/** The first half of a pair that a cut took apart. */
const HALF_PAIR = /[\uD800-\uDBFF]$/

const CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g
const hidden = memoiseLast(() => new RegExp(`[${HIDDEN_CLASS}]`, 'u'))
const COMBINING = `(?:(?![${HIDDEN_CLASS}])[\\p{Mn}\\p{Me}])`
const combiningRun = memoiseLast(() => new RegExp(`(${COMBINING}{${MAX_COMBINING}})(${COMBINING}+)`, 'gu'))

/**
 * Returns `text` in a form that cannot drive a terminal and hides nothing: escape sequences, control characters,
 * direction overrides, zero-width and tag characters become visible marks such as `⟨ESC[2J⟩`, `\x07` and `⟨U+202E⟩`.
 * The one gate between repo text and the screen, logs and markdown; applying it twice changes nothing.
 */
export function printable(text: string, options: PrintableOptions = {}): string {
  const maxTotal = options.maxTotal ?? MAX_TOTAL
  const short =
    text.length > maxTotal
      ? `${text.slice(0, maxTotal).replace(HALF_PAIR, '')}⟨${text.length - maxTotal} more characters⟩`
      : text
  const isSuspect = !PLAIN.test(short) && (suspect().test(short) || short.search(LONE_SURROGATE) >= 0)
  const safe = isSuspect ? reveal(short, options.lines === true) : short
  return capLines(safe, options.maxLine ?? MAX_LINE)
}

function reveal(text: string, keepLines: boolean): string {
  const wellFormed = text.replace(LONE_SURROGATE, unit => `⟨U+${hex(unit.charCodeAt(0), 4)}⟩`)
  const lines = keepLines ? wellFormed.replaceAll('\r\n', '\n') : wellFormed
  return showHidden(
    lines
      .replace(SEQUENCE, showSequence)
      .replace(keepLines ? CONTROL : /[\x00-\x1f\x7f-\x9f]/g, showControl)
      .replace(combiningRun(), (_, kept: string, rest: string) => `${kept}⟨${[...rest].length} more marks⟩`),
  )
}

function showSequence(sequence: string): string {
  const isC1 = sequence.charCodeAt(0) >= 0x80
  const body = sequence.slice(1).replace(CONTROL, '')
  const start = isC1 ? `C1-${hex(sequence.charCodeAt(0), 2)}` : 'ESC'
  const shown = body.slice(0, MAX_BODY).replace(HALF_PAIR, '')
  const rest = body.length > MAX_BODY ? `${shown}… ${body.length - shown.length} more` : body
  return `⟨${start}${rest}⟩`
}

function showControl(control: string): string {
  if (control === '\n') return '⏎'
  if (control === '\t') return '⇥'
  return `\\x${hex(control.charCodeAt(0), 2)}`
}

function showHidden(text: string): string {
  if (!hidden().test(text)) return text
  let shown = ''
  let offset = 0
  for (const character of text) {
    offset += character.length
    const isFine =
      !hidden().test(character) ||
      isLegitimateThere(character, shown.slice(-24), text.slice(offset, offset + 24))
    shown += isFine ? character : `⟨U+${hex(character.codePointAt(0) ?? 0, 4)}⟩`
  }
  return shown
}

function capLines(text: string, maxLine: number): string {
  if (text.length <= maxLine) return text
  return text
    .split('\n')
    .map(line => (line.length > maxLine ? capLine(line, maxLine) : line))
    .join('\n')
}

/** A capped line ends in a mark that is itself within the cap, so capping again changes nothing. */
function capLine(line: string, maxLine: number): string {
  const mark = `⟨${line.length} characters⟩`
  return `${line.slice(0, Math.max(0, maxLine - mark.length)).replace(HALF_PAIR, '')}${mark}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0')
}
