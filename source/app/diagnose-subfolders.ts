import type { NestedFile } from '../core/guardrail/nested-files.js'
import { CODEX_BYTES } from '../core/guardrail/read-limits.js'
import type { Target } from '../core/guardrail/target.js'
import type { AssistantState, ReadFile } from './diagnose.js'

/** Warnings of one kind that are told one by one; more are counted. */
const MOST = 5

/**
 * Returns what is wrong with an assistant's instruction files in subfolders: files that take the guardrails' place there,
 * bring them a second time, are left out, or push the rest over a size limit.
 */
export function inSubfolders(
  target: Target,
  reads: readonly ReadFile[],
  nested: AssistantState['nested'],
  inside: readonly NestedFile[],
): readonly string[] {
  const reached = reads.some(file => file.guardrails !== 'none')
  const [winner] = reads
  const replacing = nested
    .filter(file => file.way === 'replaces' && file.guardrails === 'none' && reached)
    .map(
      file =>
        `In ${folderOf(file.path)}, ${file.path} takes the place of ${winner?.path ?? 'the root file'} (${file.when}), and the guardrails do not reach it there.`,
    )
  const again = nested
    .filter(file => file.way === 'adds' && file.guardrails !== 'none' && reached)
    .map(
      file => `It loads the guardrails a second time in ${folderOf(file.path)}: ${file.path} holds them too.`,
    )
  const left = inside
    .filter(file => file.way === 'ignores' && file.by === '')
    .map(file => `It does not read ${file.path}: only files at the root count${file.when}.`)
  const hidden = inside
    .filter(file => file.by !== '')
    .map(file => `It does not read ${file.path}: ${file.by} comes first.`)
  return [
    ...few(hidden),
    ...few(replacing),
    ...few(again),
    ...few(left),
    ...(target.id === 'codex' ? few(chains(reads, nested)) : []),
  ]
}

/** Codex joins the files from the root down to where it is started, and reads 32,768 bytes of all of them. */
function chains(reads: readonly ReadFile[], nested: AssistantState['nested']): readonly string[] {
  const root = reads.reduce((sum, file) => sum + file.bytes, 0)
  if (root > CODEX_BYTES) return []
  return nested.flatMap(file => {
    const folder = folderOf(file.path)
    const bytes = nested
      .filter(one => folder.startsWith(folderOf(one.path)))
      .reduce((sum, one) => sum + one.bytes, root)
    return bytes > CODEX_BYTES
      ? [
          `Started in ${folder} it stops after 32,768 bytes; the last ${bytes - CODEX_BYTES} bytes of ${file.path} are never seen.`,
        ]
      : []
  })
}

function few(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - MOST
  return more > 0 ? [...warnings.slice(0, MOST), `The same is true of ${more} more files.`] : warnings
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
