import { matchGlob } from '../guardrail/match-glob.js'
import type { Exemption } from '../learned-rule/exemption.js'
import type { Finding } from './finding.js'

/** The findings with the exemptions in force, and the exemptions whose date has passed although their finding is there. */
export type ExemptedFindings = {
  readonly findings: readonly Finding[]
  readonly expired: readonly Exemption[]
}

/** Applies exemptions by fingerprint, then by weakness and folder, on a day (YYYY-MM-DD); the expiry date itself is still covered. */
export function applyExemptions(
  findings: readonly Finding[],
  exemptions: readonly Exemption[],
  today: string,
): ExemptedFindings {
  const byFingerprint = new Map(exemptions.map(exemption => [exemption.fingerprint, exemption]))
  const byFolder = exemptions.filter(exemption => exemption.paths !== undefined)
  const covers = ({ weakness, paths = [] }: Exemption, finding: Finding): boolean =>
    (weakness === '*' || weakness === finding.weakness) &&
    paths.some(glob => matchGlob(glob, finding.path) === true)
  const expired = new Set<Exemption>()
  const result = findings.map((finding): Finding => {
    const exemption = byFingerprint.get(finding.fingerprint) ?? byFolder.find(one => covers(one, finding))
    if (finding.exempt !== null || exemption === undefined) return finding
    const { kind, reason, owner, expires } = exemption
    if (expires !== '' && expires < today) {
      expired.add(exemption)
      return finding
    }
    const exempt = {
      kind,
      reason,
      ...(owner === '' ? {} : { owner }),
      ...(expires === '' ? {} : { expires }),
    }
    return { ...finding, exempt }
  })
  return { findings: result, expired: [...expired] }
}
