import { applyExemptions } from '../core/finding/apply-exemptions.js'
import type { Finding } from '../core/finding/finding.js'
import { compareFindings } from '../core/finding/group-findings.js'
import { touchesLines } from '../core/finding/touches-lines.js'
import type { Exemption } from '../core/learned-rule/exemption.js'
import { type Problem, type Result, succeed } from '../core/problem.js'
import type { ChangedLines } from '../ports/git.js'
import type { ProjectRecords } from '../ports/project-store.js'
import type { ScanError, ScanReport, ScanRequest } from '../ports/scanner.js'
import type { Toolbox } from '../ports/toolbox.js'
import { type ExemptFunctionState, readExemptFunctions } from './exempt-functions.js'

type Tools = Pick<Toolbox, 'scanner' | 'workspace' | 'store' | 'git' | 'clock' | 'syntax' | 'hash'>

/** What of the project is scanned: its lines changed since a base, what is staged, or all of it. */
export type ScanScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'changed'; readonly base?: string }
  | { readonly kind: 'staged' }

export type ProjectScanRequest = Pick<ScanRequest, 'paths' | 'jobs' | 'signal' | 'onProgress'> & {
  readonly scope?: ScanScope
}

/**
 * Scans the project, applies its exemptions and sorts the findings, worst first. Expired exemptions and records that
 * could not be read are among the errors. Rejects with AbortError when it is called off.
 */
export async function scanProject(tools: Tools, request: ProjectScanRequest): Promise<Result<ScanReport>> {
  const records = await tools.store.load()
  const report = await scanScope(tools, request, records)
  if (!report.ok) return report
  const today = tools.clock.now().slice(0, 10)
  const functions = await readExemptFunctions(tools, records.exemptions, today)
  const { findings, expired } = applyExemptions(report.value.findings, records.exemptions, today)
  return succeed({
    ...report.value,
    findings: [...findings].sort(compareFindings),
    errors: [
      ...report.value.errors,
      ...expired.map(expiredExemption),
      ...functions.flatMap(reopenedExemption),
      ...records.problems.map(unreadableRecord),
    ],
  })
}

async function scanScope(
  tools: Tools,
  { scope = { kind: 'all' }, ...request }: ProjectScanRequest,
  records: ProjectRecords,
): Promise<Result<ScanReport>> {
  const { scanner, workspace, git } = tools
  const base = { ...request, exclude: records.config.exclude }
  if (scope.kind === 'all') return succeed(await scanner.scan({ ...base, root: workspace.root }))
  if (scope.kind === 'staged')
    return git.withStagedCopy(({ root, changes }) => scanChanges(tools, { ...base, root }, changes))
  const changes = await git.changedLines(scope.base)
  if (!changes.ok) return changes
  return succeed(await scanChanges(tools, { ...base, root: workspace.root }, changes.value))
}

/** Scans the changed files below the requested paths and keeps what stands on a changed line. */
async function scanChanges(
  tools: Tools,
  request: ScanRequest,
  changes: readonly ChangedLines[],
): Promise<ScanReport> {
  const isWanted = (path: string): boolean =>
    request.paths.length === 0 ||
    request.paths.some(start => start === '.' || path === start || path.startsWith(`${start}/`))
  const lines = new Map(changes.map(({ path, ranges }) => [path, ranges]))
  const paths = [...lines.keys()].filter(path => isWanted(path) && !isForeign(path))
  if (paths.length === 0) return nothingToScan(tools)
  const report = await tools.scanner.scan({ ...request, paths })
  return { ...report, findings: report.findings.filter((one: Finding) => touchesLines(one, lines)) }
}

/** Other people's code and our own records are not scanned, even when they were committed. */
function isForeign(path: string): boolean {
  return path.split('/').some(part => part === 'node_modules' || part === '.guardrail-coach')
}

/** An empty list of paths would mean the whole project, so the scanner is not asked at all. */
function nothingToScan(tools: Tools): ScanReport {
  return {
    engine: tools.scanner.id,
    findings: [],
    stats: { filesScanned: 0, filesSkipped: 0, skipped: {}, bytes: 0, durationMs: 0, rules: 0 },
    errors: [],
  }
}

function expiredExemption({ id, path, expires }: Exemption): ScanError {
  return {
    path: `.guardrail-coach/exemptions/${id}.yml`,
    kind: 'expired-exemption',
    message: `The exemption of a finding in ${path} ended on ${expires}; the finding counts again.`,
  }
}

/** What is told of a function that is no longer taken as safe, as a list of none or one. */
function reopenedExemption({ exemption, state }: ExemptFunctionState): readonly ScanError[] {
  if (state === 'in-force') return []
  const { id, api, weakness, expires } = exemption
  const why = {
    expired: `ended on ${expires}`,
    changed: 'was given for other code: the function has changed since',
    gone: 'has lost its function: nothing of that name is there',
  }[state]
  return [
    {
      path: `.guardrail-coach/exemptions/${id}.yml`,
      kind: state === 'expired' ? 'expired-exemption' : 'reopened-exemption',
      message: `The exemption of ${api.path}:${api.name} (${weakness}) ${why}; its findings count again.`,
    },
  ]
}

function unreadableRecord(problem: Problem): ScanError {
  return { path: problem.path ?? '', kind: 'bad-record', message: problem.message }
}
