import type { Finding } from '../finding/finding.js'
import { SEVERITIES, type Severity } from '../finding/severity.js'
import type { LearnedRule, LearnedRuleStatus } from '../learned-rule/learned-rule.js'
import type { Remediation } from '../learned-rule/remediation.js'

/** How one weakness stands in a project. A finding is counted once: exempt, else later, else open. */
export type WeaknessMeasure = {
  readonly weakness: string
  readonly open: number
  readonly later: number
  readonly exempt: number
  readonly fixed: number
}

/** What has been found, decided and learned in a project; counts only, nothing estimated. */
export type ProjectMeasure = {
  readonly open: number
  readonly openBySeverity: Readonly<Record<Severity, number>>
  readonly later: number
  readonly exempt: number
  readonly fixed: number
  readonly rules: Readonly<Record<LearnedRuleStatus, number>>
  /** Weaknesses with anything to count, by slug. */
  readonly weaknesses: readonly WeaknessMeasure[]
}

/** Counts findings, decisions and learned rules. `later` holds the fingerprints set aside. */
export function measureProject(parts: {
  readonly findings: readonly Finding[]
  readonly later: readonly string[]
  readonly remediations: readonly Remediation[]
  readonly rules: readonly LearnedRule[]
}): ProjectMeasure {
  const later = new Set(parts.later)
  const exempt = parts.findings.filter(one => one.exempt !== null)
  const setAside = parts.findings.filter(one => one.exempt === null && later.has(one.fingerprint))
  const open = parts.findings.filter(one => one.exempt === null && !later.has(one.fingerprint))
  const ofWeakness = (items: readonly { readonly weakness: string }[], weakness: string): number =>
    items.filter(one => one.weakness === weakness).length
  const slugs = new Set([...parts.findings, ...parts.remediations].map(one => one.weakness))
  const ofStatus = (status: LearnedRuleStatus): number =>
    parts.rules.filter(rule => rule.status === status).length
  const bySeverity = SEVERITIES.map(severity => [
    severity,
    open.filter(one => one.severity === severity).length,
  ])
  return {
    open: open.length,
    openBySeverity: Object.fromEntries(bySeverity),
    later: setAside.length,
    exempt: exempt.length,
    fixed: parts.remediations.length,
    rules: {
      candidate: ofStatus('candidate'),
      promoted: ofStatus('promoted'),
      stale: ofStatus('stale'),
      retired: ofStatus('retired'),
    },
    weaknesses: [...slugs].sort().map(weakness => ({
      weakness,
      open: ofWeakness(open, weakness),
      later: ofWeakness(setAside, weakness),
      exempt: ofWeakness(exempt, weakness),
      fixed: ofWeakness(parts.remediations, weakness),
    })),
  }
}
