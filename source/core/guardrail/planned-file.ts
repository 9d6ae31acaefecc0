import type { Guardrail, TargetId } from './target.js'

/** One file that carries guardrails, whether or not a sync would change it. */
export type PlannedFile = {
  readonly path: string
  readonly carrier: 'own-file' | 'managed-block' | 'list-entry'
  /**
   * `always`: the block that is loaded at every start; `scoped`: for some globs only; `skill`: loaded on demand;
   * `entry`: a config of the user's that names our file.
   */
  readonly role: 'always' | 'scoped' | 'skill' | 'entry'
  readonly targets: readonly TargetId[]
  /** Names of those targets. */
  readonly names: readonly string[]
  /** Names of the assistants in use that are reached through this file. */
  readonly readers: readonly string[]
  /** What it is to say. */
  readonly guardrails: readonly Guardrail[]
  /** The file as it will be, or as it is when it is left alone; null when it neither exists nor will. */
  readonly text: string | null
  /** Characters past which one of its readers stops reading; null when none is known. */
  readonly maxCharacters: number | null
}

/** The cost of the block that every assistant loads, against its budget. */
export type BlockBudget = {
  readonly rules: number
  readonly maxRules: number
  readonly tokens: number
  readonly maxTokens: number
  readonly kept: readonly Guardrail[]
  /** What has no room, best first. */
  readonly dropped: readonly Guardrail[]
  /** What would go next if one more came in. */
  readonly next: Guardrail | null
}
