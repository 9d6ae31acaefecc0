import { TARGETS } from './all-targets.js'
import { withFile } from './choose-targets.js'
import type { ProjectFiles } from './project-files.js'

/** A file of the user's that an assistant would stop reading. */
export type Shadowed = { readonly assistant: string; readonly path: string }

/**
 * Returns which files assistants would stop reading if `path` came into being. Several assistants read only the first
 * file of a list, so creating one can switch another off (formats.md §1.2).
 */
export function shadowedBy(files: ProjectFiles, path: string): readonly Shadowed[] {
  if (files.has(path)) return []
  const after = withFile(files, path)
  return TARGETS.flatMap(target => {
    const reads = new Set(target.reads(after))
    return target
      .reads(files)
      .filter(before => !reads.has(before))
      .map(before => ({ assistant: target.name, path: before }))
  })
}
