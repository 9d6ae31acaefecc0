import type { HandEdit } from '../guardrail/hand-edit.js'
import type { PlannedFile } from '../guardrail/planned-file.js'
import type { FileChange } from '../guardrail/target.js'
import { memoiseLast } from '../memoise.js'
import type { FilePlan } from './file-plan.js'

/** One file of the preview: what assistants will read in it, and what a sync would do to it. */
export type PreviewedFile = {
  readonly path: string
  /** What the plan says of it; null for a file that no target writes any more. */
  readonly planned: PlannedFile | null
  /** Null when it is up to date or left alone. */
  readonly change: FileChange | null
  readonly handEdit: HandEdit | null
  /** Why it is left alone, or null. */
  readonly refusal: string | null
}

/** Returns every file of a plan, those that would change first; a file without a target that holds our block comes last. */
export const previewedFiles = memoiseLast((plan: FilePlan): readonly PreviewedFile[] => {
  const { files, changes, handEdits, refusals } = plan
  const known = new Set(files.map(file => file.path))
  const others = [...changes, ...handEdits, ...refusals.filter(one => one.path !== '')]
    .map(one => one.path)
    .filter((path, index, all) => !known.has(path) && all.indexOf(path) === index)
  const rows = [
    ...files.map(file => ({ path: file.path, planned: file })),
    ...others.map(path => ({ path, planned: null })),
  ].map(
    (row): PreviewedFile => ({
      ...row,
      change: changes.find(one => one.path === row.path) ?? null,
      handEdit: handEdits.find(one => one.path === row.path) ?? null,
      refusal: refusals.find(one => one.path === row.path)?.reason ?? null,
    }),
  )
  const rank = ({ change, handEdit, refusal }: PreviewedFile) =>
    handEdit || refusal !== null ? 0 : change ? 1 : 2
  return rows.toSorted((a, b) => rank(a) - rank(b))
})

/** Returns who reads a file, as the preview names it. */
export function readersOf({ path, planned }: PreviewedFile): string {
  if (!planned) return path
  const names = planned.readers.length > 0 ? planned.readers : planned.names
  return names.join(', ')
}
