import { type HashText, normaliseBody } from './block-marker.js'
import { findBlock } from './find-block.js'
import { addEntry, removeEntry } from './list-entry.js'
import { isOnlyBlock, newBlockFile, putBlock, removeBlock } from './managed-block.js'
import { settleOwnConflict } from './own-conflict.js'
import type { FileChange, Place } from './target.js'

/** What would happen to one file; `edited` means that a person changed the lines inside our block. */
export type FilePlan =
  | { readonly kind: 'same' }
  | { readonly kind: 'change'; readonly change: Omit<FileChange, 'targets'> }
  | { readonly kind: 'refused'; readonly reason: string; readonly lines: readonly number[] }
  | { readonly kind: 'edited'; readonly body: string }

/** What is known beyond the file itself. */
export type PlaceOptions = {
  /** A person has said that lines which were changed by hand are to be written over. */
  readonly dropsEdit?: boolean
  /** Whether a line of a block was written from a rule; absent when nothing is to be settled. */
  readonly isOurLine?: (line: string) => boolean
}

/** Frontmatter of ours in front of the block: everything there is from the first to the second dashed line. */
const ONLY_FRONTMATTER = /^---\r?\n(?:[\w-]+:[^\n]*\n|[ \t]+-[^\n]*\n)*---\r?\n(?:\r?\n)*$/
const OWN_NAME = /(?:^|\/)guardrail-coach(?:[\w.-]*|\/SKILL\.md)$/

/**
 * Returns what writing `body` at a place would do; `present` is the file now, null when it does not exist. A conflict that
 * a merge left in our block alone is settled: the block is written from the merged rules.
 */
export function planPlace(
  place: Place,
  present: string | null,
  body: string,
  hash: HashText,
  { dropsEdit, isOurLine }: PlaceOptions = {},
): FilePlan {
  const { path } = place
  if (place.carrier === 'list-entry') return planEntry(place, present)
  const settled = present === null || !isOurLine ? null : settleOwnConflict(present, isOurLine)
  const text = settled ?? present
  if (text === null) {
    const after = (place.carrier === 'own-file' ? place.head : '') + newBlockFile(body, hash)
    return { kind: 'change', change: { path, kind: 'create', before: '', after } }
  }
  const found = findBlock(text, hash)
  if (found.kind === 'unclear') return { kind: 'refused', reason: found.reason, lines: found.lines }
  if (found.kind === 'none' && place.carrier === 'own-file')
    return { kind: 'refused', reason: 'a file of this name is there already and it is not ours', lines: [] }
  if (found.kind === 'block' && found.isEdited && !dropsEdit && settled === null) {
    // An edit that says exactly what would be written needs no question.
    if (normaliseBody(found.body) !== normaliseBody(body)) return { kind: 'edited', body: found.body }
  }
  const after = putBlock(text, body, hash)
  if (after === null)
    return { kind: 'refused', reason: 'the block could not be taken out again without a trace', lines: [] }
  return after === present
    ? { kind: 'same' }
    : { kind: 'change', change: { path, kind: 'update', before: present ?? '', after } }
}

/** Lists our file in a config of the user's; where it is listed already, by whomever, nothing is to do. */
function planEntry(
  { path, key, entry }: Extract<Place, { carrier: 'list-entry' }>,
  text: string | null,
): FilePlan {
  const after = addEntry(text ?? '', key, entry)
  if (after === null)
    return {
      kind: 'refused',
      reason: `its ${key}: is written in a way that is not changed here; add ${entry} to it yourself`,
      lines: [],
    }
  if (after === text) return { kind: 'same' }
  return {
    kind: 'change',
    change: { path, kind: text === null ? 'create' : 'update', before: text ?? '', after },
  }
}

/** Returns what taking our entry out of a config would do: a file that holds nothing else goes. */
export function planEntryRemoval(path: string, text: string, key: string): FilePlan {
  const after = removeEntry(text, key)
  if (after === null)
    return { kind: 'refused', reason: 'the line of ours in it was changed by hand', lines: [] }
  if (after === text) return { kind: 'same' }
  if (after === '') return { kind: 'change', change: { path, kind: 'delete', before: text, after } }
  return { kind: 'change', change: { path, kind: 'update', before: text, after } }
}

/** Returns what taking our block out of a file would do: a file that is ours alone goes, any other keeps every byte. */
export function planRemoval(path: string, text: string, hash: HashText): FilePlan {
  const found = findBlock(text, hash)
  if (found.kind === 'unclear') return { kind: 'refused', reason: found.reason, lines: found.lines }
  if (found.kind === 'none') return { kind: 'same' }
  if (found.isEdited) return { kind: 'edited', body: found.body }
  const isOurs =
    isOnlyBlock(text, hash) ||
    (OWN_NAME.test(path) &&
      ONLY_FRONTMATTER.test(text.slice(0, found.start)) &&
      text.slice(found.end).trim() === '')
  if (isOurs) return { kind: 'change', change: { path, kind: 'delete', before: text, after: '' } }
  const after = removeBlock(text, hash) ?? text
  return { kind: 'change', change: { path, kind: 'update', before: text, after } }
}
