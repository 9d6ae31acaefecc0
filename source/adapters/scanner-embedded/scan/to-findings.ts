import { confidenceInPlace } from '../../../core/finding/confidence-in-place.js'
import type { Finding, FindingExemption, TraceStep } from '../../../core/finding/finding.js'
import type { FixSummary } from '../../../core/fix/fix.js'
import type { ScanError } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import type { FlowStep } from '../taint/flow-types.js'
import type { Position } from '../tree/line-index.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import { textOf } from '../tree/parsed-file.js'
import { ignoreFor, ignoreProblems, readIgnoreComments } from './ignore-comments.js'
import type { RawFinding } from './raw-finding.js'

export type FindingParts = {
  readonly hash: Hash
  /** Name of a weakness on screen. */
  readonly titleOf: (weakness: string) => string
  readonly fixesOf: (finding: RawFinding, file: ParsedFile) => readonly FixSummary[]
}

/** A finding with what it was made from, so that a fix can be worked out. */
export type TracedFinding = { readonly finding: Finding; readonly raw: RawFinding }

/** Returns the findings as they are told, and what is wrong with ignore comments. */
export function toFindings(
  file: ParsedFile,
  raws: readonly RawFinding[],
  parts: FindingParts,
): { readonly findings: readonly TracedFinding[]; readonly errors: readonly ScanError[] } {
  const comments = readIgnoreComments(file)
  const occurrences = new Map<string, number>()
  const findings = raws.map((raw): TracedFinding => {
    const { rule, match } = raw
    const { node } = match
    const start = file.positionOf(node.start)
    const end = file.positionOf(node.end)
    const identity = `${rule.id}\0${file.path}\0${textOf(file, node).replace(/\s+/g, ' ')}`
    const occurrence = occurrences.get(identity) ?? 0
    occurrences.set(identity, occurrence + 1)
    const silencer = ignoreFor(comments, [rule.id, ...rule.aliases], start.line, end.line)
    const exempt: FindingExemption | null =
      silencer === null ? raw.exempt : { kind: 'in-source', reason: silencer.reason }
    const finding: Finding = {
      fingerprint: parts.hash(`${identity}\0${occurrence}`),
      engine: 'builtin',
      ruleId: rule.id,
      weakness: rule.weakness,
      title: parts.titleOf(rule.weakness),
      severity: rule.severity,
      confidence: confidenceInPlace(raw.confidence, file.path),
      cwe: rule.cwe,
      owasp: rule.owasp,
      path: file.path,
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      startOffset: node.start,
      endOffset: node.end,
      message: rule.message,
      lesson: rule.weakness,
      trace: raw.trace.map(step => toStep(step, file)),
      fixes: parts.fixesOf(raw, file),
      exempt,
    }
    return { finding, raw }
  })
  return { findings, errors: ignoreProblems(file.path, comments) }
}

/** A step in a file whose text nobody has any more is told at its top. */
const UNKNOWN: Position = { line: 1, column: 1 }

function toStep(step: FlowStep, file: ParsedFile): TraceStep {
  const at = step.path === file.path ? file.positionOf(step.start) : (step.at ?? UNKNOWN)
  return { path: step.path, line: at.line, column: at.column, label: step.label }
}
