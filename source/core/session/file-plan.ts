import type { ProjectConfig } from '../config/project-config.js'
import type { FileChange } from '../guardrail/target.js'

/** What a sync would do, as far as the files screen shows it and applying needs it. */
export type FilePlan = {
  readonly changes: readonly FileChange[]
  /** Files that are left alone, with the reason. */
  readonly refusals: readonly { readonly path: string; readonly reason: string }[]
  /** The cost of what every assistant loads, against its budget. */
  readonly budget: {
    readonly rules: number
    readonly maxRules: number
    readonly tokens: number
    readonly maxTokens: number
  }
  /** What the developer should know besides, plain sentences. */
  readonly notes: readonly string[]
  /** The config to save with the changes, or null. */
  readonly config: ProjectConfig | null
}
