/** The assistants that guardrails are written for; one file per target in `targets/`. */
export type TargetId = string

/** How our text stands in the target's file: the file is ours, or a managed block in a shared file. */
export type Carrier = 'own-file' | 'managed-block'

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
