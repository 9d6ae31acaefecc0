import type { Finding } from '../../core/finding/finding.js'
import { mergeFindings } from '../../core/finding/merge-findings.js'
import type { FixProposal } from '../../core/fix/fix.js'
import { fail, succeed } from '../../core/problem.js'
import type { ScanError, Scanner, ScanReport, ScanRequest } from '../../ports/scanner.js'
import { TOOL_FIX } from './anchor-results.js'
import type { ForeignSource } from './foreign-source.js'

/** `both`: everything either engine finds. `foreign`: only what the other tool reported. */
export type Keep = 'both' | 'foreign'

/**
 * Returns a scanner that joins another tool's findings with the embedded engine's: one finding per place and
 * weakness. A finding that our own rules know too is fixed and verified by them; the rest by the tool itself.
 */
export function combineScanners(embedded: Scanner, source: ForeignSource, keep: Keep): Scanner {
  let foreign: readonly Finding[] = []
  let twins: ReadonlyMap<string, string> = new Map()
  let proposals: ReadonlyMap<string, FixProposal> = new Map()

  async function scan(request: ScanRequest): Promise<ScanReport> {
    const report = await source.scan(request)
    const paths = keep === 'both' ? request.paths : [...new Set(report.findings.map(finding => finding.path))]
    const own =
      keep === 'foreign' && paths.length === 0 ? emptyReport() : await embedded.scan({ ...request, paths })
    const merged = mergeFindings(own.findings, report.findings)
    twins = merged.twins
    const kept = new Set(merged.twins.values())
    foreign = report.findings.filter(finding => !merged.twins.has(finding.fingerprint))
    proposals = new Map(
      [...report.proposals].map(([print, proposal]) => [merged.twins.get(print) ?? print, proposal]),
    )
    const wanted = new Set([...kept, ...foreign.map(finding => finding.fingerprint)])
    return {
      engine: source.id,
      findings:
        keep === 'both'
          ? merged.findings
          : merged.findings.filter(finding => wanted.has(finding.fingerprint)),
      stats:
        keep === 'both'
          ? own.stats
          : { ...own.stats, filesScanned: Math.max(report.filesScanned, own.stats.filesScanned) },
      errors: [...own.errors, ...report.errors.filter(error => !own.errors.some(one => isSame(one, error)))],
    }
  }

  return {
    id: source.id,
    scan,
    scanText: async (path, text) => {
      const own = await embedded.scanText(path, text)
      const known = foreign.filter(finding => finding.path === path)
      if (known.length === 0) return own
      const still = await source.rescan(path, text, known)
      const isKnown = (finding: Finding): boolean =>
        known.some(one => one.fingerprint === finding.fingerprint)
      // A known finding keeps its own identity, so that "gone" and "still there" can be told; the rest is merged.
      const others = still.filter(finding => !isKnown(finding) && !twins.has(finding.fingerprint))
      return { ...own, findings: [...mergeFindings(own.findings, others).findings, ...still.filter(isKnown)] }
    },
    proposeFix: async (finding, fixId, text, holes) => {
      if (fixId !== TOOL_FIX) return embedded.proposeFix(finding, fixId, text, holes)
      const proposal = proposals.get(finding.fingerprint)
      if (proposal && proposal.path === finding.path) return succeed(proposal)
      return fail({
        kind: 'user-can-act',
        message: 'The other scanner proposes no change for this finding any more.',
        path: finding.path,
        untouched: 'The file was not changed.',
        nextSteps: ['Choose another fix, or scan again.'],
      })
    },
    checkedBy: finding =>
      foreign.some(one => one.fingerprint === finding.fingerprint)
        ? source.checkedBy
        : (embedded.checkedBy?.(finding) ?? 'rule'),
  }
}

/** Two sources may read one file and complain of the same line. */
function isSame(one: ScanError, other: ScanError): boolean {
  return one.path === other.path && one.message === other.message
}

function emptyReport(): ScanReport {
  return {
    engine: 'builtin',
    findings: [],
    stats: { filesScanned: 0, filesSkipped: 0, skipped: {}, bytes: 0, durationMs: 0, rules: 0 },
    errors: [],
  }
}
