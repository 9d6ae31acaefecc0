/** A function of the project that is safe for one weakness: values may go into it, and what it gives back is clean. */
export type ExemptFunction = {
  /** File it stands in, relative to the root. */
  readonly path: string
  /** Its name there; `Db.query` for a member of a class. */
  readonly name: string
  /** SHA-256 (hex) of its code without blanks and comments. Another code is another decision: the exemption then re-opens. */
  readonly code: string
}

/**
 * The developer's decision that a finding, a weakness in some folders, or every call of one function does not count,
 * `.guardrail-coach/exemptions/<id>.yml`.
 */
export type Exemption = {
  readonly schemaVersion: 1
  /** First 16 hex digits of the fingerprint, or of a hash of weakness and globs or function. */
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly weakness: string
  readonly path: string
  /** Globs in which the weakness as a whole does not count; absent for one finding. It is told to the assistants. */
  readonly paths?: readonly string[]
  /** The function whose calls do not count; absent otherwise. It is told to the assistants. */
  readonly api?: ExemptFunction
  readonly kind: 'false-positive' | 'accepted-risk'
  readonly reason: string
  readonly owner: string
  /** ISO date (YYYY-MM-DD); empty means it does not expire. */
  readonly expires: string
}
