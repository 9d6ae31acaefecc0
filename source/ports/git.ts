import type { CommitAuthor } from '../core/authorship/commit-class.js'
import type { GitStatusLine } from '../core/guardrail/written-lines.js'
import type { Result } from '../core/problem.js'

/** Where the project stands in git; read without running anything the repository names. */
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

/** The staged files as they are in the index, copied to a folder of their own. */
export type StagedCopy = {
  /** Absolute path of the copy; paths below it are those of the project. */
  readonly root: string
  /** What is staged against HEAD; deleted files are left out. */
  readonly changes: readonly ChangedLines[]
}

/** One commit and the files it changed or added, relative to the project. */
export type CommitChange = {
  readonly commit: string
  /** ISO date-time. */
  readonly at: string
  readonly paths: readonly string[]
}

export type Git = {
  readonly state: () => Promise<GitState>
  /** What `git status --short` says of these files and folders; null outside git. Ignored files are left out, as git does. */
  readonly status: (paths: readonly string[]) => Promise<readonly GitStatusLine[] | null>
  /**
   * Lines of the work tree that changed since it left `base` (default: HEAD), untracked files whole.
   * Fails outside git and for a base that git does not know.
   */
  readonly changedLines: (base?: string) => Promise<Result<readonly ChangedLines[]>>
  /** Runs `work` on a copy of the staged content, then removes the copy. Fails outside git. */
  readonly withStagedCopy: <T>(work: (copy: StagedCopy) => Promise<T>) => Promise<Result<T>>
  /** The commit a line came with, when (ISO date-time) and its message's first line; null outside git or for uncommitted lines. */
  readonly lineAge: (
    path: string,
    line: number,
  ) => Promise<{ readonly at: string; readonly commit: string; readonly subject: string } | null>
  /** When each line of a file was committed (ISO date-time), null for lines that are not; null outside git. */
  readonly lineDates: (path: string) => Promise<readonly (string | null)[] | null>
  /**
   * The commit of each line of a file, null for lines not committed yet; null outside git. With `at` it is the file as it
   * was in that commit, else as it is in the work tree.
   */
  readonly lineCommits: (path: string, at?: string) => Promise<readonly (string | null)[] | null>
  /** Who the given commits say wrote them; ids that git does not know are left out. */
  readonly commitAuthors: (commits: readonly string[]) => Promise<ReadonlyMap<string, CommitAuthor>>
  /**
   * The latest `limit` commits of a range (all of HEAD's when null), newest first, merges left out. Fails outside git and
   * for a range git does not know.
   */
  readonly history: (range: string | null, limit: number) => Promise<Result<readonly CommitChange[]>>
  /** Text of a file in a commit, null when it is not there, too large or no text. */
  readonly fileAt: (commit: string, path: string) => Promise<string | null>
}
