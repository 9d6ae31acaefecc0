/** The engines to choose from: ours, one of the two others, or both kinds together. */
export const ENGINE_CHOICES = ['builtin', 'semgrep', 'opengrep', 'auto'] as const
export type EngineChoice = (typeof ENGINE_CHOICES)[number]

/** Path of the config in the project. */
export const CONFIG_FILE = '.guardrail-coach/config.yml'

/** What `CONFIG_FILE` holds. It can name no command that runs (design.md §7). */
export type ProjectConfig = {
  readonly schemaVersion: 1
  /** Target ids to write; empty means those found in use. */
  readonly targets: readonly string[]
  readonly engine: EngineChoice
  /** Globs that are never scanned, beside `.gitignore`. */
  readonly exclude: readonly string[]
  /** Team policies: files of the project or npm packages. Their guardrails come first and cannot be pushed out. */
  readonly extends?: readonly string[]
  readonly budget: { readonly rules: number; readonly tokens: number }
}

/** The config of a project without a file: design.md §8 gives the budget. */
export const DEFAULT_CONFIG: ProjectConfig = {
  schemaVersion: 1,
  targets: [],
  engine: 'builtin',
  exclude: [],
  budget: { rules: 15, tokens: 900 },
}
