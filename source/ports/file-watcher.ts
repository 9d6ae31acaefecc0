/** Watches single files of the project. */
export type FileWatcher = {
  /**
   * Calls `onSave` whenever the content of a file (relative path) has become another and has settled, however the editor
   * writes it, also when it is another than `known` already; resolves when `signal` is aborted. A file that is gone for a moment is waited for.
   */
  readonly watch: (
    path: string,
    /** SHA-256 of the content that is known already. */
    known: string,
    signal: AbortSignal,
    onSave: () => void,
  ) => Promise<void>
}
