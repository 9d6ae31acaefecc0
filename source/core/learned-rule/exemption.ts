/** The developer's decision that a finding, or a weakness in some folders, does not count, `.guardrail-coach/exemptions/<id>.yml`. */
export type Exemption = {
  readonly schemaVersion: 1
  /** First 16 hex digits of the fingerprint, or of a hash of weakness and globs. */
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly weakness: string
  readonly path: string
  /** Globs in which the weakness as a whole does not count; absent for one finding. It is told to the assistants. */
  readonly paths?: readonly string[]
  readonly kind: 'false-positive' | 'accepted-risk'
  readonly reason: string
  readonly owner: string
  /** ISO date (YYYY-MM-DD); empty means it does not expire. */
  readonly expires: string
}
