import type { Finding } from '../core/finding/finding.js'
import { type FindingGroup, groupFindings } from '../core/finding/group-findings.js'
import { printable } from '../core/text/printable.js'
import { count, duration } from '../core/text/words.js'
import type { Weakness } from '../core/weakness/weakness.js'
import type { ScanError, ScanReport } from '../ports/scanner.js'
import type { CommandInput, CommandIo } from './command.js'

/** Places named in one line of the summary. */
const PLACES = 2
/** Messages told before the rest is only counted. */
const MESSAGES = 10

/** Prints the findings one a line, and what could not be scanned on standard error. */
export function printPlain(io: CommandIo, report: ScanReport): void {
  for (const line of errorLines(report.errors)) io.err(line)
  for (const line of plainLines(report.findings)) io.out(line)
}

/** Prints the summary of a scan, and what could not be scanned on standard error. */
export async function printSummary(
  { tools, io }: Pick<CommandInput, 'tools' | 'io'>,
  report: ScanReport,
): Promise<void> {
  for (const line of errorLines(report.errors)) io.err(line)
  const weaknesses = Object.fromEntries((await tools.content.weaknesses()).map(one => [one.id, one]))
  const name = tools.workspace.root.split(/[\\/]/).at(-1) || tools.workspace.root
  for (const line of summaryLines(name, report, weaknesses)) io.out(line)
  const { filesSkipped } = report.stats
  if (filesSkipped > 0)
    io.out(`${count(filesSkipped, 'file')} skipped: binary, minified, generated or too large.`)
}

/** Returns the findings one a line, `path:line:column severity title [rule] fingerprint`; exempt ones are left out. */
function plainLines(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(finding => finding.exempt === null)
    .map(({ path, startLine, startColumn, severity, title, ruleId, fingerprint }) =>
      printable(
        `${path}:${startLine}:${startColumn} ${severity} ${title} [${ruleId}] ${fingerprint.slice(0, 12)}`,
      ),
    )
}

/** Returns the summary of a scan, grouped by weakness, worst first. */
function summaryLines(
  name: string,
  report: ScanReport,
  weaknesses: Readonly<Record<string, Weakness>>,
): readonly string[] {
  const open = report.findings.filter(finding => finding.exempt === null)
  const exempt = report.findings.length - open.length
  const { filesScanned, durationMs } = report.stats
  const groups = groupFindings(open, weaknesses)
  const width = Math.max(0, ...groups.map(group => group.title.length))
  return [
    `${printable(name)}: ${count(open.length, 'finding')} in ${count(filesScanned, 'file')}, ${duration(durationMs)}`,
    ...(groups.length > 0 ? [''] : []),
    ...groups.map(group => groupLine(group, width)),
    ...(exempt > 0 ? ['', `${count(exempt, 'finding')} exempt.`] : []),
  ]
}

function groupLine(group: FindingGroup, width: number): string {
  const places = group.findings.slice(0, PLACES).map(({ path, startLine }) => `${path}:${startLine}`)
  const rest = group.findings.length - places.length
  const where = `${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return printable(
    `  ${group.severity.padEnd(8)}  ${group.title.padEnd(width)}  ${String(group.findings.length).padStart(3)}  ${where}`,
  )
}

/** Returns what could not be scanned, and why, one a line. */
export function errorLines(errors: readonly ScanError[]): readonly string[] {
  const told = errors
    .slice(0, MESSAGES)
    .map(({ path, message }) => printable(path === '' ? message : `${path}: ${message}`))
  const rest = errors.length - told.length
  return rest > 0 ? [...told, `… and ${rest} more; scan --json lists them all.`] : told
}
