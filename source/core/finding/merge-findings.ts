import type { Finding } from './finding.js'

/** Findings of two engines, one per place and weakness. `twins` maps the fingerprint given up to the one kept. */
export type MergedFindings = {
  readonly findings: readonly Finding[]
  readonly twins: ReadonlyMap<string, string>
}

/**
 * Returns the findings of `own` and `other` with doubles merged: same file, same weakness, overlapping lines
 * (engine.md §8). Our own identity is kept, since our rule can verify a fix; the longer trace and the other tool's
 * fixes come along.
 */
export function mergeFindings(own: readonly Finding[], other: readonly Finding[]): MergedFindings {
  const byPath = new Map<string, Finding[]>()
  for (const finding of own) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding])
  const merged = new Map(own.map(finding => [finding.fingerprint, finding]))
  const twins = new Map<string, string>()
  const alone: Finding[] = []
  for (const finding of other) {
    const twin = (byPath.get(finding.path) ?? []).find(one => isSamePlace(one, finding))
    if (!twin) {
      alone.push(finding)
      continue
    }
    const kept = merged.get(twin.fingerprint) ?? twin
    merged.set(twin.fingerprint, {
      ...kept,
      trace: finding.trace.length > kept.trace.length ? finding.trace : kept.trace,
      fixes: [...kept.fixes, ...finding.fixes.filter(fix => !kept.fixes.some(one => one.id === fix.id))],
      exempt: kept.exempt ?? finding.exempt,
    })
    twins.set(finding.fingerprint, twin.fingerprint)
  }
  return { findings: [...merged.values(), ...alone], twins }
}

function isSamePlace(a: Finding, b: Finding): boolean {
  return a.weakness === b.weakness && a.startLine <= b.endLine && b.startLine <= a.endLine
}
