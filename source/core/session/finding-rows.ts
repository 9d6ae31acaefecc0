import { confidenceWord } from '../finding/confidence-words.js'
import type { Finding } from '../finding/finding.js'
import { compareFindings } from '../finding/group-findings.js'
import { confidenceRank, type Severity, severityRank } from '../finding/severity.js'
import { memoiseLast } from '../memoise.js'
import type { FindingAges, FindingOrder, FindingsScreen } from './findings-screen.js'
import type { Session } from './session.js'

/** A line of the list of findings: a rule with its places, or one finding. */
export type FindingRow =
  | {
      readonly kind: 'rule'
      readonly ruleId: string
      readonly title: string
      /** The worst among its findings. */
      readonly severity: Severity
      readonly findings: readonly Finding[]
      readonly isFolded: boolean
    }
  | { readonly kind: 'finding'; readonly finding: Finding }

/** Returns the findings that hold every word of a filter, sorted; `dates` is needed for the newest alone. */
export function sortFindings(
  findings: readonly Finding[],
  filter: string,
  order: FindingOrder,
  dates: FindingAges['dates'] | undefined,
): readonly Finding[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = words.length === 0 ? findings : findings.filter(finding => matches(finding, words))
  return [...kept].sort(comparerOf(order, dates ?? {}))
}

const listed = memoiseLast(sortFindings)

/** What a search looks through: place, names, numbers and the words on the screen. */
function matches(finding: Finding, words: readonly string[]): boolean {
  const { path, title, weakness, ruleId, severity, confidence, cwe, owasp } = finding
  const numbers = cwe.map(id => `cwe-${id}`).join(' ')
  const text =
    `${path} ${title} ${weakness} ${ruleId} ${severity} ${confidenceWord(confidence)} ${numbers} ${owasp}`.toLowerCase()
  return words.every(word => text.includes(word))
}

type Compare = (one: Finding, other: Finding) => number

function comparerOf(order: FindingOrder, dates: FindingAges['dates']): Compare {
  switch (order) {
    case 'severity':
      return compareFindings
    case 'confidence':
      return (one, other) =>
        confidenceRank(other.confidence) - confidenceRank(one.confidence) || compareFindings(one, other)
    case 'file':
      return comparePlaces
    case 'newest':
      return (one, other) => compareAges(dates, one, other) || compareFindings(one, other)
  }
}

function comparePlaces(one: Finding, other: Finding): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1
  return one.startLine - other.startLine
}

/** What is not committed is the newest there is. */
function compareAges(dates: FindingAges['dates'], one: Finding, other: Finding): number {
  const [first, second] = [dates[one.fingerprint] ?? null, dates[other.fingerprint] ?? null]
  if (first === second) return 0
  if (first === null || second === null) return first === null ? -1 : 1
  return first > second ? -1 : 1
}

/** Returns the findings the list shows, filtered and sorted. */
export function listedFindings(session: Session, screen: FindingsScreen): readonly Finding[] {
  return listed(
    session.findings,
    screen.field?.text ?? screen.filter,
    screen.order,
    screen.order === 'newest' ? session.ages?.dates : undefined,
  )
}

const rows = memoiseLast(
  (findings: readonly Finding[], isGrouped: boolean, folded: readonly string[]): readonly FindingRow[] => {
    if (!isGrouped) return findings.map(finding => ({ kind: 'finding', finding }))
    const groups = new Map<string, Finding[]>()
    for (const finding of findings) {
      const group = groups.get(finding.ruleId)
      if (group) group.push(finding)
      else groups.set(finding.ruleId, [finding])
    }
    const isFolded = new Set(folded)
    return [...groups].flatMap(([ruleId, members]): readonly FindingRow[] => {
      const head = headOf(ruleId, members, isFolded.has(ruleId))
      return head.isFolded
        ? [head]
        : [head, ...members.map(finding => ({ kind: 'finding' as const, finding }))]
    })
  },
)

function headOf(
  ruleId: string,
  findings: readonly Finding[],
  isFolded: boolean,
): FindingRow & { kind: 'rule' } {
  const severity = findings.reduce<Severity>(
    (worst, { severity }) => (severityRank(severity) > severityRank(worst) ? severity : worst),
    'low',
  )
  return { kind: 'rule', ruleId, title: findings[0]?.title ?? ruleId, severity, findings, isFolded }
}

/** Returns the lines of the list: findings under their rules, the rules in the order of their first finding, or findings alone. */
export function findingRows(session: Session, screen: FindingsScreen): readonly FindingRow[] {
  return rows(listedFindings(session, screen), screen.isGrouped, screen.folded)
}

const same = memoiseLast((findings: readonly Finding[], ruleId: string, fingerprint: string) =>
  findings.filter(finding => finding.ruleId === ruleId && finding.fingerprint !== fingerprint),
)
const NONE: readonly Finding[] = []

/** Returns the other open findings of the rule of the finding that is open. */
export function otherPlaces({ visit, findings }: Session): readonly Finding[] {
  return visit ? same(findings, visit.finding.ruleId, visit.finding.fingerprint) : NONE
}
