import { indexLines } from '../text/line-index.js'

/** Where an imported finding stands in the text as it is now; `moved` is the shift in lines. */
export type Anchor = { readonly startLine: number; readonly endLine: number; readonly moved: number }

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * Returns where `snippet`, reported at `startLine`, stands in `text` now: the same place, the nearest place with
 * the same lines (blanks ignored), or null when the code is gone and the finding is stale. Without a snippet the
 * reported lines are believed while they exist. Lines start at 1, ends are included.
 */
export function reanchor(
  text: string,
  startLine: number,
  endLine: number,
  snippet: string | null,
): Anchor | null {
  const index = indexLines(text)
  const given = snippet === null ? [] : snippet.split(/\r\n|\n|\r/).map(squash)
  const first = given.findIndex(line => line !== '')
  const wanted = first < 0 ? [] : given.slice(first, given.findLastIndex(line => line !== '') + 1)
  if (wanted.length === 0) {
    return startLine >= 1 && startLine <= index.lineCount
      ? { startLine, endLine: Math.min(Math.max(startLine, endLine), index.lineCount), moved: 0 }
      : null
  }
  const lines = Array.from({ length: index.lineCount }, (_, at) => squash(index.lineText(at + 1)))
  const fits = (line: number): boolean =>
    wanted.every((want, at) => holds(lines[line - 1 + first + at], want))
  if (fits(startLine)) return { startLine, endLine, moved: 0 }
  for (let step = 1; step < index.lineCount; step += 1) {
    for (const line of [startLine - step, startLine + step]) {
      if (line >= 1 && line <= index.lineCount && fits(line)) {
        return { startLine: line, endLine: line + Math.max(0, endLine - startLine), moved: line - startLine }
      }
    }
  }
  return null
}

/** A snippet may be a part of a line; a single letter would fit anywhere and does not count. */
function holds(line: string | undefined, want: string): boolean {
  return line !== undefined && (line === want || (want.length >= 4 && line.includes(want)))
}
