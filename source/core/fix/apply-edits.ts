import type { TextEdit } from './fix.js'

/** Returns the edits in source order, or null when two of them overlap or insert at the same place. */
export function orderEdits(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  for (let i = 1; i < ordered.length; i++) {
    const before = ordered[i - 1]
    const edit = ordered[i]
    if (before === undefined || edit === undefined) continue
    if (edit.start < before.end || (edit.start === before.start && edit.end === before.end)) return null
  }
  return ordered
}

/** Returns the text with ordered, disjoint edits made (see `orderEdits`). */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
