import type { ProjectConfig } from '../core/config/project-config.js'
import type { HandEdit } from '../core/guardrail/hand-edit.js'
import type { BlockBudget, PlannedFile } from '../core/guardrail/planned-file.js'
import type { FileChange, TargetId } from '../core/guardrail/target.js'
import type { Problem } from '../core/problem.js'

/** A file that is not written, and why. */
export type SyncRefusal = {
  readonly path: string
  readonly targets: readonly TargetId[]
  /** One plain sentence. */
  readonly reason: string
  /** Lines of the file it is about, starting at 1. */
  readonly lines: readonly number[]
  readonly nextStep: string
}

/** Everything a sync would do; nothing has been written. */
export type SyncPlan = {
  readonly isRemoval: boolean
  readonly targets: readonly TargetId[]
  readonly files: readonly PlannedFile[]
  readonly changes: readonly FileChange[]
  readonly refusals: readonly SyncRefusal[]
  /** Blocks that a person changed; they are offered back as edits to the rules and not written over. */
  readonly handEdits: readonly HandEdit[]
  readonly budget: BlockBudget
  /** What the person should know besides, plain sentences. */
  readonly notes: readonly string[]
  /** Records that could not be used. */
  readonly problems: readonly Problem[]
  /** The config to save with the changes, when targets were chosen that it does not name yet. */
  readonly config: ProjectConfig | null
}

/** Returns whether the files on disk are not what the rules say. */
export function hasDrift(plan: SyncPlan): boolean {
  return plan.changes.length + plan.refusals.length + plan.handEdits.length > 0
}
