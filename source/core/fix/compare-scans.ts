import type { Finding } from '../finding/finding.js'
import type { CheckedBy, FixTrial } from './fix-preview.js'

/** What a scan of one text says, as far as a fix is judged by it. */
export type ScannedText = {
  readonly findings: readonly Finding[]
  readonly parseErrors: number
  /** Whether the scanner gave up on the text, so that its findings are not all. */
  readonly isComplete: boolean
}

/**
 * Judges a change by the scans of the text before and after it; `places` is how many findings of the rule it mends.
 * Findings are counted per rule and not followed by fingerprint: a change moves and rewrites the text around other
 * findings, and with it their fingerprints, while it can neither hide a finding nor add one without the count telling.
 */
export function compareScans(
  finding: Finding,
  before: ScannedText,
  after: ScannedText,
  checkedBy: CheckedBy = 'rule',
  places = 1,
): FixTrial {
  const parses = after.isComplete && after.parseErrors <= before.parseErrors
  const had = countByRule(before.findings)
  const has = countByRule(after.findings)
  const findingGone = (has.get(finding.ruleId) ?? 0) <= (had.get(finding.ruleId) ?? 0) - places
  const risen = after.findings.filter(
    one => counts(one) && (has.get(one.ruleId) ?? 0) > (had.get(one.ruleId) ?? 0),
  )
  const known = new Set(before.findings.map(one => one.fingerprint))
  const unknown = risen.filter(one => !known.has(one.fingerprint))
  const newFindings = unknown.length > 0 ? unknown : risen
  const verified = parses && findingGone && newFindings.length === 0
  return { parses, findingGone, newFindings, verified, checkedBy }
}

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { ruleId } of findings.filter(counts)) numbers.set(ruleId, (numbers.get(ruleId) ?? 0) + 1)
  return numbers
}

/** What a person vouched for is as good as gone; what an ignore comment hides is not, or the comment would be a fix. */
function counts({ exempt }: Finding): boolean {
  return exempt === null || exempt.kind === 'in-source'
}
