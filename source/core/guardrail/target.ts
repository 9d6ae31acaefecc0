import type { ProjectFiles } from './project-files.js'

/** The assistants that guardrails are written for; one file per target in `targets/`. */
export type TargetId = string

/** Where a target wants its guardrails, given the project's files. */
export type Place =
  | {
      readonly carrier: 'own-file'
      readonly path: string
      /** Frontmatter at byte 0 with the blank line behind it; empty when the file has none. */
      readonly head: string
    }
  | { readonly carrier: 'managed-block'; readonly path: string }
  /** An entry in a list of the user's config that names what is read. */
  | { readonly carrier: 'list-entry'; readonly path: string; readonly key: string; readonly entry: string }

/** An assistant that reads guardrails. Facts: formats.md §2 and §3. */
export type Target = {
  readonly id: TargetId
  readonly name: string
  /** Files and folders (ending in a slash) that say it is in use in a project. */
  readonly signs: readonly string[]
  /** Files whose text decides what is read or where to write. */
  readonly looksAt: readonly string[]
  /** The files of the project it loads at start, in its order, shadowed ones left out. */
  readonly reads: (files: ProjectFiles) => readonly string[]
  readonly places: (files: ProjectFiles) => readonly Place[]
  /** Own file for guardrails that hold for some globs only; absent when the assistant cannot scope. */
  readonly scoped?: (
    name: string,
    globs: readonly string[],
  ) => { readonly path: string; readonly head: string }
  /** Characters of one file past which the assistant stops reading. */
  readonly maxCharacters?: number
}

/** One line of guardrail text with where it applies. */
export type Guardrail = {
  readonly id: string
  readonly layer: 'base' | 'learned'
  readonly weakness: string
  readonly text: string
  /** Globs; empty means everywhere. */
  readonly scope: readonly string[]
  readonly score: number
}

/** One file that a sync would create, change or delete; nothing has been written. */
export type FileChange = {
  readonly path: string
  readonly kind: 'create' | 'update' | 'delete'
  /** Text now; empty when the file does not exist. */
  readonly before: string
  /** Text after; empty when the file is deleted. */
  readonly after: string
  /** Targets that read this file. */
  readonly targets: readonly TargetId[]
}
