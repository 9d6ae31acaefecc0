import { type HashText, normaliseBody, readMarker } from './block-marker.js'

/** Where our block stands in a text; offsets are UTF-16 units. */
export type FoundBlock = {
  readonly kind: 'block'
  /** First character of the begin marker. */
  readonly start: number
  /** Behind the end marker, before its line end. */
  readonly end: number
  /** The lines between the markers as they stand, without the line ends next to the markers. */
  readonly body: string
  /** The line end behind the begin marker. */
  readonly eol: '\n' | '\r\n'
  /** Whether somebody changed the lines between the markers by hand. */
  readonly isEdited: boolean
}

/** What a text holds of ours. `unclear` must not be written to. */
export type BlockSearch =
  | FoundBlock
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unclear'
      /** Why, in words that finish "The file cannot be changed safely: …". */
      readonly reason: string
      /** The lines concerned, starting at 1. */
      readonly lines: readonly number[]
    }

type Line = { readonly text: string; readonly start: number; readonly number: number }

const FENCE = /^ {0,3}(`{3,}|~{3,})([\s\S]*)$/
const CONFLICT = /^(?:<{7} |>{7} |={7}$|\|{7} )/

/** Returns our block in a text. Markers inside fenced code are text about us, not ours. */
export function findBlock(text: string, hash: HashText): BlockSearch {
  const lines = linesOf(text)
  const { outside, openFence } = withoutFences(lines)
  const conflicts = outside.filter(line => CONFLICT.test(line.text))
  if (conflicts.length >= 2)
    return unclear(
      'it holds the marks of an unfinished merge',
      conflicts.map(line => line.number),
    )
  const markers = outside.flatMap(line => {
    const marker = readMarker(line.text)
    return marker ? [{ ...marker, line }] : []
  })
  const numbers = markers.map(marker => marker.line.number)
  if (markers.length === 0)
    return openFence === null
      ? { kind: 'none' }
      : unclear('a code fence is never closed, so the block would be code', [openFence])
  if (markers.some(marker => marker.kind === 'newer'))
    return unclear('a newer version of guardrail-coach wrote its block', numbers)
  const [begin, end] = markers
  if (markers.length !== 2 || begin?.kind !== 'begin' || end?.kind !== 'end')
    return unclear('the markers of the block do not form one pair', numbers)
  const bodyStart = begin.line.start + begin.line.text.length
  const eol = text.startsWith('\r\n', bodyStart) ? '\r\n' : '\n'
  const between = text.slice(bodyStart + eol.length, end.line.start)
  const body = between.replace(/\r?\n$/, '')
  return {
    kind: 'block',
    start: begin.line.start,
    end: end.line.start + end.line.text.length,
    body,
    eol,
    isEdited: hash(normaliseBody(body)) !== begin.checksum,
  }
}

/** Returns the lines of a text with their offsets; a carriage return before the line feed belongs to the line end. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (const raw of text.split('\n')) {
    lines.push({ text: raw.endsWith('\r') ? raw.slice(0, -1) : raw, start, number: lines.length + 1 })
    start += raw.length + 1
  }
  const [first] = lines
  // A BOM is no part of the first line's text, and a marker behind it still stands at column 0.
  if (first?.text.startsWith('\uFEFF')) lines[0] = { ...first, text: first.text.slice(1), start: 1 }
  return lines
}

/** Leaves out fenced code; `openFence` is the line of a fence that nothing closes. */
function withoutFences(lines: readonly Line[]): {
  readonly outside: readonly Line[]
  readonly openFence: number | null
} {
  const outside: Line[] = []
  let fence: { readonly mark: string; readonly line: number } | null = null
  for (const line of lines) {
    const [, mark = '', info = ''] = FENCE.exec(line.text) ?? []
    if (fence === null) {
      // A backtick fence cannot have backticks behind it: that is inline code (CommonMark 4.5).
      if (mark !== '' && !(mark.startsWith('`') && info.includes('`'))) fence = { mark, line: line.number }
      else outside.push(line)
    } else if (mark.startsWith(fence.mark) && info.trim() === '') fence = null
  }
  return { outside, openFence: fence?.line ?? null }
}

function unclear(reason: string, lines: readonly number[]): BlockSearch {
  return { kind: 'unclear', reason, lines }
}
