import type { Finding, TraceStep } from '../../../core/finding/finding.js'
import type { SharedValues } from './shared-values.js'

const COMMON = [
  'engine',
  'ruleId',
  'weakness',
  'title',
  'severity',
  'confidence',
  'cwe',
  'owasp',
  'message',
  'lesson',
  'fixes',
] as const satisfies readonly (keyof Finding)[]

/** What findings of one rule mostly share. */
export type FindingKind = Pick<Finding, (typeof COMMON)[number]>

type PackedStep = readonly [path: string, line: number, column: number, label: string]

/** A finding as the cache keeps it; its path is that of the entry. */
export type PackedFinding = readonly [
  kind: number,
  fingerprint: string,
  place: readonly [number, number, number, number, number, number],
  trace: readonly PackedStep[],
  exempt: Finding['exempt'],
]

/** Returns a finding as the cache keeps it. */
export function packFinding(finding: Finding, kinds: SharedValues<FindingKind>): PackedFinding {
  const { startLine, startColumn, endLine, endColumn, startOffset, endOffset } = finding
  return [
    kinds.placeOf(kindOf(finding)),
    finding.fingerprint,
    [startLine, startColumn, endLine, endColumn, startOffset, endOffset],
    finding.trace.map(({ path, line, column, label }): PackedStep => [path, line, column, label]),
    finding.exempt,
  ]
}

/** Returns the finding again; throws RangeError when the table lacks its kind. */
export function unpackFinding(
  path: string,
  [kind, fingerprint, place, trace, exempt]: PackedFinding,
  kinds: SharedValues<FindingKind>,
): Finding {
  const [startLine, startColumn, endLine, endColumn, startOffset, endOffset] = place
  const { engine, ruleId, weakness, title, severity, confidence, cwe, owasp, message, lesson, fixes } =
    kinds.at(kind)
  return {
    engine,
    ruleId,
    weakness,
    title,
    severity,
    confidence,
    cwe,
    owasp,
    message,
    lesson,
    fixes,
    fingerprint,
    path,
    startLine,
    startColumn,
    endLine,
    endColumn,
    startOffset,
    endOffset,
    trace: trace.length === 0 ? NO_STEPS : trace.map(toStep),
    exempt,
  }
}

/** Returns an equal finding that holds what it shares with others only once: ten thousand take a third of the memory. */
export function shareFinding(finding: Finding, kinds: SharedValues<FindingKind>): Finding {
  return { ...finding, ...kinds.at(kinds.placeOf(kindOf(finding))) }
}

const NO_STEPS: readonly TraceStep[] = []

function toStep([path, line, column, label]: PackedStep): TraceStep {
  return { path, line, column, label }
}

function kindOf(finding: Finding): FindingKind {
  const { engine, ruleId, weakness, title, severity, confidence, cwe, owasp, message, lesson, fixes } =
    finding
  return { engine, ruleId, weakness, title, severity, confidence, cwe, owasp, message, lesson, fixes }
}
