import type { Hunk } from '../core/fix/hunk.js'
import { printable } from '../core/text/printable.js'

const MARKS = { same: ' ', added: '+', removed: '-' } as const

/** Returns the lines of a unified diff of one file, safe to print. */
export function diffLines(path: string, hunks: readonly Hunk[]): readonly string[] {
  const count = (hunk: Hunk, left: 'added' | 'removed'): number =>
    hunk.lines.filter(line => line.kind !== left).length
  return [
    `--- ${printable(path)}`,
    `+++ ${printable(path)}`,
    ...hunks.flatMap(hunk => [
      `@@ -${hunk.beforeStart},${count(hunk, 'added')} +${hunk.afterStart},${count(hunk, 'removed')} @@`,
      ...hunk.lines.map(line => `${MARKS[line.kind]}${printable(line.text, { lines: true })}`),
    ]),
  ]
}
