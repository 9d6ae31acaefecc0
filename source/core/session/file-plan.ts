import type { ProjectConfig } from '../config/project-config.js'
import type { HandEdit } from '../guardrail/hand-edit.js'
import type { BlockBudget, PlannedFile } from '../guardrail/planned-file.js'
import type { FileChange } from '../guardrail/target.js'

/** What a sync would do, as far as the files screen shows it and applying needs it. */
export type FilePlan = {
  /** Every file that carries guardrails, changed or not. */
  readonly files: readonly PlannedFile[]
  readonly changes: readonly FileChange[]
  /** Files that are left alone, with the reason. */
  readonly refusals: readonly { readonly path: string; readonly reason: string }[]
  /** Blocks that a person changed, told as edits to the rules. */
  readonly handEdits: readonly HandEdit[]
  /** The cost of what every assistant loads, against its budget. */
  readonly budget: BlockBudget
  /** What the developer should know besides, plain sentences. */
  readonly notes: readonly string[]
  /** The config to save with the changes, or null. */
  readonly config: ProjectConfig | null
}
