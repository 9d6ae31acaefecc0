import type { Hunk } from '../fix/hunk.js'

const MOST_LINES = 60
const MOST_CHARACTERS = 4000

/** Returns the lines a fix changed with their context, as they were and as they are; long fixes are cut at 60 lines. */
export function snippetOf(hunks: readonly Hunk[]): { readonly before: string; readonly after: string } {
  const lines = hunks.flatMap(hunk => hunk.lines)
  const side = (without: 'added' | 'removed') =>
    lines
      .filter(line => line.kind !== without)
      .slice(0, MOST_LINES)
      .map(line => line.text)
      .join('\n')
      .slice(0, MOST_CHARACTERS)
  return { before: side('added'), after: side('removed') }
}
