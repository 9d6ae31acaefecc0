/** `rewrite` is complete, `template` has holes for the developer, `manual` means "edit it myself". */
export type FixKind = 'rewrite' | 'template' | 'manual'

/** A fix as it is offered in a list. */
export type FixSummary = {
  readonly id: string
  readonly title: string
  readonly kind: FixKind
}

/** Replaces the half-open range [start, end) of a text, in UTF-16 offsets. */
export type TextEdit = {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A place in a fix that only the developer can fill, for example the list of allowed hosts. */
export type Hole = {
  readonly id: string
  readonly question: string
  /** What stands there until it is filled. */
  readonly placeholder: string
}

/** What a fix would do to one file; nothing has been written. */
export type FixProposal = {
  readonly fix: FixSummary
  readonly path: string
  readonly edits: readonly TextEdit[]
  readonly holes: readonly Hole[]
  /** One line on the trade-off, shown below the choice; from the rule, never repo text. */
  readonly note: string
}
