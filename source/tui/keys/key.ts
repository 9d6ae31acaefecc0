/** One key press. `name` is what bindings list: `a`, `A`, `?`, `enter`, `escape`, `up`, `ctrl+c`, `alt+j`, `shift+tab`. */
export type Key = {
  readonly name: string
  /** What the key types into a text field: one grapheme, or a whole paste; empty for keys that type nothing. */
  readonly text: string
}

/** Name of the token that holds a whole paste. */
export const PASTE = 'paste'
