import { confidenceRank, severityRank } from '../../../core/finding/severity.js'
import { isWithin, type SyntaxNode } from '../tree/syntax-node.js'
import type { RawFinding } from './raw-finding.js'

/**
 * Returns the findings without those that say the same again: a sink inside a sink, or several rules of one weakness
 * at one place. Kept is the longest trace, then the highest confidence, severity, and the widest code.
 * Code of a nested function (a callback among the arguments) is another place.
 */
export function dropDuplicates(findings: readonly RawFinding[]): readonly RawFinding[] {
  const kept: RawFinding[] = []
  for (const finding of [...findings].sort(compareWorth)) {
    if (!kept.some(other => isSamePlace(other, finding))) kept.push(finding)
  }
  return kept.sort((a, b) => a.match.node.id - b.match.node.id || compareText(a.rule.id, b.rule.id))
}

function compareWorth(a: RawFinding, b: RawFinding): number {
  return (
    b.trace.length - a.trace.length ||
    confidenceRank(b.confidence) - confidenceRank(a.confidence) ||
    severityRank(b.rule.severity) - severityRank(a.rule.severity) ||
    a.match.node.id - b.match.node.id ||
    compareText(a.rule.id, b.rule.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isSamePlace(a: RawFinding, b: RawFinding): boolean {
  if (a.rule.weakness !== b.rule.weakness) return false
  if (isWithin(a.anchor, b.anchor)) return isDirectlyWithin(a.anchor, b.anchor)
  if (isWithin(b.anchor, a.anchor)) return isDirectlyWithin(b.anchor, a.anchor)
  return false
}

const FUNCTION_KIND = /function|method_definition|lambda|class/

function isDirectlyWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = inner; at !== null && at !== outer; at = at.parent) {
    if (at.isNamed && FUNCTION_KIND.test(at.type)) return false
  }
  return true
}
