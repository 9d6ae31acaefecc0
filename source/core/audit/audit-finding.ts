/** Something in a rules file that a person should look at. */
export type AuditFinding = {
  readonly kind:
    | 'hidden-character'
    | 'mixed-script'
    | 'hidden-instruction'
    | 'injected-instruction'
    | 'encoded-payload'
    | 'remote-include'
    | 'runs-a-command'
    | 'broad-permission'
    | 'secret'
  /** Lines and columns start at 1; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
  /** One plain sentence. */
  readonly message: string
  /** What was seen, raw; it goes through `printable()` before it is shown. */
  readonly seen: string
}

/** One check: looks at a whole text and tells what it found, with offsets in UTF-16 units. */
export type AuditCheck = (
  text: string,
  path: string,
) => Iterable<Pick<AuditFinding, 'kind' | 'message' | 'seen'> & { readonly offset: number }>
