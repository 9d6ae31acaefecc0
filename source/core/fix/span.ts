import type { Hunk } from './hunk.js'

/** A run of whole lines as they stood before and after a change, line ends included, with a few unchanged ones around. */
export type Span = {
  /** Line at which `after` begins in the changed text, from 1. */
  readonly line: number
  readonly before: string
  readonly after: string
}

/** Returns the changes of a text as spans, by the hunks between it and the text it became. */
export function spansOf(before: string, after: string, hunks: readonly Hunk[]): readonly Span[] {
  const old = linesOf(before)
  const now = linesOf(after)
  return hunks.map(({ beforeStart, afterStart, lines }) => {
    const had = lines.filter(line => line.kind !== 'added').length
    const has = lines.filter(line => line.kind !== 'removed').length
    // A hunk without lines of one side names the line before it.
    const from = had === 0 ? beforeStart : beforeStart - 1
    const at = has === 0 ? afterStart : afterStart - 1
    return {
      line: at + 1,
      before: old.slice(from, from + had).join(''),
      after: now.slice(at, at + has).join(''),
    }
  })
}

/**
 * Returns `text` with the changes of `spans` taken back, others left as they are; null when a changed place cannot be
 * found, or not told from another. Each span is looked for with its surroundings first, then without.
 */
export function takeBackSpans(text: string, spans: readonly Span[]): string | null {
  let result: string | null = text
  // From the last to the first, so that the line numbers of those above still hold.
  for (const span of [...spans].sort((one, other) => other.line - one.line))
    result = result === null ? null : (takeBack(result, span) ?? takeBack(result, trimmed(span)))
  return result
}

function takeBack(text: string, { line, before, after }: Span): string | null {
  const now = linesOf(text)
  const wanted = linesOf(after)
  if (wanted.length === 0) return null
  const places: number[] = []
  for (let at = 0; at + wanted.length <= now.length; at += 1)
    if (wanted.every((one, index) => now[at + index] === one)) places.push(at)
  const place = places.length === 1 ? places[0] : places.find(at => at === line - 1)
  if (place === undefined) return null
  return [...now.slice(0, place), before, ...now.slice(place + wanted.length)].join('')
}

/** The span without the unchanged lines around it. */
function trimmed({ line, before, after }: Span): Span {
  const old = linesOf(before)
  const now = linesOf(after)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail += 1
  return {
    line: line + head,
    before: old.slice(head, old.length - tail).join(''),
    after: now.slice(head, now.length - tail).join(''),
  }
}

/** Lines with their ends; a text without a line end at its end gives a last line without one. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
