import type { Finding } from '../finding/finding.js'
import { applyEdits, orderEdits } from './apply-edits.js'
import type { TextEdit } from './fix.js'
import type { FixPreview } from './fix-preview.js'

/** One place of a set of fixes: what the fix would change there, or why it does not go there. */
export type SetPlace =
  | { readonly finding: Finding; readonly preview: FixPreview; readonly reason: null }
  | { readonly finding: Finding; readonly preview: null; readonly reason: string }

/**
 * Returns the text with the edits of several fixes made at once, or null when two of them overlap. An edit that two fixes
 * share word for word, such as an import, is made once.
 */
export function composeEdits(text: string, fixes: readonly (readonly TextEdit[])[]): string | null {
  const once = new Map<string, TextEdit>()
  for (const edit of fixes.flat()) once.set(JSON.stringify([edit.start, edit.end, edit.text]), edit)
  const ordered = orderEdits([...once.values()])
  return ordered === null ? null : applyEdits(text, ordered)
}
