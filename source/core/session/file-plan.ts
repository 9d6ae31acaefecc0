import type { FileChange } from '../guardrail/target.js'

/** What a sync would do, as the files screen shows it. */
export type FilePlan = {
  readonly changes: readonly FileChange[]
  /** Files that are left alone, with the reason. */
  readonly refusals: readonly { readonly path: string; readonly reason: string }[]
}
