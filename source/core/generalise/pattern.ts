/** A rule of the ast-grep rule language, as far as learned patterns use it. */
export type PatternRule = {
  readonly pattern?: string | { readonly context: string; readonly selector: string }
  readonly kind?: string
  readonly has?: { readonly kind: string; readonly stopBy?: 'end' }
  readonly any?: readonly PatternRule[]
  readonly not?: PatternRule
}

/** What is learned from the fixes of one family: what to find, and, where it holds, what to write instead. */
export type Pattern = {
  readonly rule: PatternRule
  readonly constraints: Readonly<Record<string, PatternRule>>
  /** Text with the metavariables of the rule; absent when no rewrite follows from the examples. */
  readonly fix?: string
}
