import type { Weakness } from '../weakness/weakness.js'
import type { Finding } from './finding.js'
import { confidenceRank, type Severity, severityRank } from './severity.js'

/** Findings of one weakness: they share a lesson, so they are walked through together. */
export type FindingGroup = {
  readonly weakness: string
  readonly title: string
  /** The worst severity in the group. */
  readonly severity: Severity
  readonly findings: readonly Finding[]
}

/** Returns which of two findings comes first: worst, then surest, then by place. */
export function compareFindings(one: Finding, other: Finding): number {
  return (
    severityRank(other.severity) - severityRank(one.severity) ||
    confidenceRank(other.confidence) - confidenceRank(one.confidence) ||
    compareText(one.path, other.path) ||
    one.startLine - other.startLine ||
    one.startColumn - other.startColumn
  )
}

/** Returns the groups, worst first, then the one with the fewest places: the smallest useful session leads. */
export function groupFindings(
  findings: readonly Finding[],
  weaknesses: Readonly<Record<string, Weakness>>,
): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.weakness)
    if (group) group.push(finding)
    else groups.set(finding.weakness, [finding])
  }
  return [...groups]
    .map(([weakness, members]) => toGroup(weakness, members, weaknesses))
    .sort(
      (one, other) =>
        severityRank(other.severity) - severityRank(one.severity) ||
        one.findings.length - other.findings.length ||
        compareText(one.title, other.title),
    )
}

function toGroup(
  weakness: string,
  members: readonly Finding[],
  weaknesses: Readonly<Record<string, Weakness>>,
): FindingGroup {
  const findings = [...members].sort(compareFindings)
  const [worst] = findings
  return {
    weakness,
    title: weaknesses[weakness]?.title ?? worst?.title ?? weakness,
    severity: worst?.severity ?? 'low',
    findings,
  }
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
