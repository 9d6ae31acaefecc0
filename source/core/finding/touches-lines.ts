import type { Finding } from './finding.js'

/** Line ranges per path, both ends included, lines start at 1. */
export type LineRanges = ReadonlyMap<string, readonly (readonly [number, number])[]>

/** Returns whether a finding, or a step of its trace, stands on one of the lines. */
export function touchesLines(finding: Finding, lines: LineRanges): boolean {
  const meets = (path: string, from: number, to: number): boolean =>
    (lines.get(path) ?? []).some(([start, end]) => from <= end && to >= start)
  return (
    meets(finding.path, finding.startLine, finding.endLine) ||
    finding.trace.some(step => meets(step.path, step.line, step.line))
  )
}
