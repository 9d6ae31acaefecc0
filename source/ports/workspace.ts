import type { Result } from '../core/problem.js'

/** A text file as read, with what is needed to write it back unchanged. */
export type TextFile = {
  /** Relative to the root, forward slashes. */
  readonly path: string
  /** Decoded UTF-8. A leading BOM and CRLF line ends are kept in the text. */
  readonly text: string
  /** SHA-256 (hex) of the bytes on disk. */
  readonly hash: string
}

/** The project's files. Every path is relative and resolved under the root; links that leave it are refused. */
export type Workspace = {
  /** Absolute, real path. */
  readonly root: string
  /** Reads a text file; fails for missing, binary, unreadable or outside files. */
  readonly read: (path: string) => Promise<Result<TextFile>>
  /**
   * Writes atomically (temporary file, fsync, rename in the same folder, mode kept).
   * Refuses when the file's bytes no longer have `expectedHash` (null: the file must not exist).
   */
  readonly write: (path: string, text: string, expectedHash: string | null) => Promise<Result<TextFile>>
  /** Deletes a file whose bytes have `expectedHash`, and the folders that this leaves empty. */
  readonly remove: (path: string, expectedHash: string) => Promise<Result<null>>
  readonly exists: (path: string) => Promise<boolean>
  /** Where a path leads once links are followed, relative again; null when that is outside the root. */
  readonly realPath: (path: string) => Promise<string | null>
  /** File names (not folders) directly in a folder, sorted; empty when it does not exist. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** All files that git would track, relative, sorted; the fallback walk honours `.gitignore`. */
  readonly listProject: () => Promise<readonly string[]>
  /** Runs `work` while holding the project's lock; fails with who holds it. */
  readonly withLock: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
}
