import { type ScanScope, scanProject } from '../app/scan-project.js'
import { isSeverity, SEVERITIES, type Severity, severityRank } from '../core/finding/severity.js'
import type { ScanReport } from '../ports/scanner.js'
import type { Command, CommandInput, CommandResult, OptionValues } from './command.js'
import { EXIT } from './exit-codes.js'
import { findingJson } from './finding-json.js'
import { printPlain, printSummary } from './scan-text.js'
import { SCANNER_HELP, SCANNER_OPTIONS } from './scanner-choice.js'
import { showProgress } from './show-progress.js'
import { toJson } from './to-json.js'
import { usageProblem } from './usage-problem.js'
import { writeSarif } from './write-sarif.js'

/** Prints what a scan of the project finds. */
export const scanCommand: Command = {
  name: 'scan',
  summary: 'prints what is found',
  usage: 'scan [paths…] [options]',
  options: {
    json: { type: 'boolean' },
    plain: { type: 'boolean' },
    sarif: { type: 'string' },
    ...SCANNER_OPTIONS,
    changed: { type: 'string' },
    staged: { type: 'boolean' },
    'fail-on': { type: 'string' },
    jobs: { type: 'string' },
  },
  optionalValues: ['changed'],
  optionHelp: [
    ['--json', 'prints the findings as JSON'],
    ['--plain', 'prints one finding a line'],
    ['--sarif FILE', 'writes the findings to FILE as SARIF 2.1.0'],
    ['--changed [BASE]', 'only lines changed since BASE (HEAD when left out)'],
    ['--staged', 'only staged lines, as the index holds them'],
    ['--fail-on LEVEL', `exits 1 on a finding at or above ${SEVERITIES.join(', ')}`],
    ['--jobs N', 'at most N worker threads'],
    ...SCANNER_HELP,
  ],
  takesPaths: true,
  run: scan,
}

type ScanOptions = {
  readonly scope: ScanScope
  readonly failOn: Severity | null
  readonly jobs: number | null
}

async function scan(input: CommandInput): Promise<CommandResult> {
  const { tools, values, paths, io } = input
  const options = readOptions(values)
  if ('exitCode' in options) return options
  const { scope, failOn, jobs } = options
  const result = await scanProject(tools, {
    paths,
    scope,
    ...(jobs === null ? {} : { jobs }),
    signal: io.signal,
    onProgress: showProgress(io),
  })
  io.status('')
  if (!result.ok) return { exitCode: EXIT.failed, problem: result.problem }
  const report = result.value
  if (typeof values.sarif === 'string') {
    const problem = await writeSarif(input, values.sarif, report)
    if (problem !== null) return { exitCode: EXIT.failed, problem }
  }
  if (values.json) io.out(toJson(reportJson(tools.workspace.root, report)))
  else if (values.plain) printPlain(io, report)
  else await printSummary({ tools, io }, report)
  const counts = (severity: Severity): boolean =>
    failOn !== null && severityRank(severity) >= severityRank(failOn)
  const isFound = report.findings.some(finding => finding.exempt === null && counts(finding.severity))
  return { exitCode: isFound ? EXIT.found : EXIT.done }
}

function readOptions(values: OptionValues): ScanOptions | CommandResult {
  if (values.json && values.plain) return usageProblem('--json and --plain exclude each other.')
  if (values.staged && values.changed !== undefined)
    return usageProblem('--staged and --changed exclude each other.')
  const failOn = values['fail-on']
  if (failOn !== undefined && !isSeverity(failOn))
    return usageProblem(
      `${String(failOn)} is no severity.`,
      `--fail-on takes one of ${SEVERITIES.join(', ')}.`,
    )
  const jobs = values.jobs === undefined ? null : Number(values.jobs)
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    return usageProblem('--jobs takes a number from 1 to 256.')
  return { scope: scopeOf(values), failOn: failOn ?? null, jobs }
}

function scopeOf({ staged, changed }: OptionValues): ScanScope {
  if (staged) return { kind: 'staged' }
  if (typeof changed !== 'string') return { kind: 'all' }
  return changed === '' ? { kind: 'changed' } : { kind: 'changed', base: changed }
}

/** Returns a report as scripts read it. */
function reportJson(root: string, report: ScanReport) {
  const { filesScanned, filesSkipped, bytes, durationMs, rules } = report.stats
  return {
    schemaVersion: 1,
    engine: report.engine,
    root,
    findings: report.findings.map(findingJson),
    stats: { filesScanned, filesSkipped, bytes, durationMs, rules },
    errors: report.errors.map(({ path, kind, message }) => ({ path, kind, message })),
  }
}
