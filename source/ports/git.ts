/** Where the project stands in git; read without running anything the repository names (formats.md §8.1). */
export type GitState = {
  readonly isRepository: boolean
  /** Branch name, short commit when detached, empty outside git. */
  readonly branch: string
  readonly dirty: boolean
  /** Configured user.name, empty when unset. */
  readonly user: string
}

/** Line ranges of a file that changed, both ends included, lines start at 1. */
export type ChangedLines = { readonly path: string; readonly ranges: readonly (readonly [number, number])[] }

export type Git = {
  readonly state: () => Promise<GitState>
  /** Lines changed against `base` (default: the work tree against HEAD), untracked files whole. */
  readonly changedLines: (base?: string) => Promise<readonly ChangedLines[]>
  /** Who last changed a line and when (ISO date-time), null outside git or for uncommitted lines. */
  readonly lineAge: (
    path: string,
    line: number,
  ) => Promise<{ readonly at: string; readonly commit: string } | null>
}
