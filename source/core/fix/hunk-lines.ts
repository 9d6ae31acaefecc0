import type { Hunk, HunkLine } from './hunk.js'

/** Two lines beside each other: the file before on the left, after on the right. */
export type LinePair = { readonly left: HunkLine | null; readonly right: HunkLine | null }

/** Returns the lines of a hunk in pairs: unchanged ones beside themselves, removed ones beside added ones. */
export function pairLines(lines: readonly HunkLine[]): readonly LinePair[] {
  const pairs: LinePair[] = []
  let removed: HunkLine[] = []
  let added: HunkLine[] = []
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++)
      pairs.push({ left: removed[index] ?? null, right: added[index] ?? null })
    removed = []
    added = []
  }
  for (const line of lines) {
    if (line.kind === 'removed') removed.push(line)
    else if (line.kind === 'added') added.push(line)
    else {
      flush()
      pairs.push({ left: line, right: line })
    }
  }
  flush()
  return pairs
}

/** Returns the hunks without the blanks that all their lines begin with: a narrow screen has better use for them. */
export function dedentHunks(hunks: readonly Hunk[]): readonly Hunk[] {
  const indents = hunks
    .flatMap(hunk => hunk.lines)
    .filter(line => line.text.trim() !== '')
    .map(line => line.text.length - line.text.trimStart().length)
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER)
  return mapLines(hunks, line => ({ ...line, text: line.text.slice(indent) }))
}

/** Returns the hunks with every line's text changed by `change`. */
export function mapLines(hunks: readonly Hunk[], change: (line: HunkLine) => HunkLine): readonly Hunk[] {
  return hunks.map(hunk => ({ ...hunk, lines: hunk.lines.map(change) }))
}

/** Returns the hunks without their unchanged lines. */
export function changesOnly(hunks: readonly Hunk[]): readonly Hunk[] {
  return hunks.map(hunk => ({ ...hunk, lines: hunk.lines.filter(line => line.kind !== 'same') }))
}
