/** The developer's decision that a finding does not count, `.guardrail-coach/exemptions/<id>.yml`. */
export type Exemption = {
  readonly schemaVersion: 1
  /** First 16 hex digits of the fingerprint. */
  readonly id: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly weakness: string
  readonly path: string
  readonly kind: 'false-positive' | 'accepted-risk'
  readonly reason: string
  readonly owner: string
  /** ISO date (YYYY-MM-DD); empty means it does not expire. */
  readonly expires: string
}
