/** One line of a diff, without its line end. */
export type HunkLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** A run of changed lines with its context; line numbers start at 1. */
export type Hunk = {
  readonly beforeStart: number
  readonly afterStart: number
  readonly lines: readonly HunkLine[]
}
