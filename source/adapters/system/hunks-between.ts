import { structuredPatch } from 'diff'
import type { Hunk, HunkLine } from '../../core/fix/hunk.js'

const KINDS: Readonly<Record<string, HunkLine['kind']>> = { ' ': 'same', '+': 'added', '-': 'removed' }

/**
 * Returns the hunks between two texts with `context` unchanged lines around each.
 * A change of nothing but line ends gives hunks whose lines read the same, because line ends are not part of a line.
 */
export function hunksBetween(before: string, after: string, context = 3): readonly Hunk[] {
  const patch = structuredPatch('before', 'after', before, after, '', '', { context })
  return patch.hunks.map(hunk => ({
    beforeStart: hunk.oldStart,
    afterStart: hunk.newStart,
    lines: hunk.lines.flatMap(line => {
      const kind = KINDS[line.charAt(0)]
      // The fourth mark, a backslash, is the note about a missing newline at the end.
      return kind === undefined ? [] : [{ kind, text: line.slice(1).replace(/\r$/, '') }]
    }),
  }))
}
