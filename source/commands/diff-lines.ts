import type { FixPreview } from '../core/fix/fix-preview.js'
import type { Hunk } from '../core/fix/hunk.js'
import { redactSecrets } from '../core/learned-rule/redact-secrets.js'
import { printable } from '../core/text/printable.js'

const MARKS = { same: ' ', added: '+', removed: '-' } as const

/** Weakness whose findings are secrets: their literals are cut to two characters wherever they are shown. */
const SECRET = 'hardcoded-secret'

/** Returns a fix's hunks with every secret in them cut to its first two characters. */
export function shownHunks({ finding, hunks }: Pick<FixPreview, 'finding' | 'hunks'>): readonly Hunk[] {
  const isSecret = finding.weakness === SECRET
  const show = (text: string): string => redactSecrets(text, isSecret)
  return hunks.map(hunk => ({
    ...hunk,
    lines: hunk.lines.map(line => ({ ...line, text: show(line.text) })),
  }))
}

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
