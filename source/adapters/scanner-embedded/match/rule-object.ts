/** How strictly a pattern's children are compared; `smart` is the default (engine.md, ast-grep's names). */
export const STRICTNESS = ['cst', 'smart', 'ast', 'relaxed', 'signature'] as const
export type Strictness = (typeof STRICTNESS)[number]

/** A pattern whose code only parses within a context. */
export type PatternObject = {
  readonly context: string
  readonly selector?: string | undefined
  readonly strictness?: Strictness | undefined
}

export type NthChild =
  | number
  | string
  | {
      readonly position: number | string
      readonly reverse?: boolean | undefined
      readonly ofRule?: RuleObject | undefined
    }

/** A rule with where to look for it. */
export type Relation = RuleObject & {
  readonly stopBy?: 'neighbor' | 'end' | RuleObject | undefined
  readonly field?: string | undefined
}

/** A rule of the ast-grep rule language; several keys mean all of them. */
export type RuleObject = {
  readonly pattern?: string | PatternObject | undefined
  readonly kind?: string | undefined
  readonly regex?: string | undefined
  readonly nthChild?: NthChild | undefined
  readonly inside?: Relation | undefined
  readonly has?: Relation | undefined
  readonly precedes?: Relation | undefined
  readonly follows?: Relation | undefined
  readonly all?: readonly RuleObject[] | undefined
  readonly any?: readonly RuleObject[] | undefined
  readonly not?: RuleObject | undefined
  readonly matches?: string | undefined
}
