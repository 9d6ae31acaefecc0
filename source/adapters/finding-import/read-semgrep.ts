import type { Confidence, Severity } from '../../core/finding/severity.js'
import { findCweIds } from '../../core/weakness/map-weakness.js'
import type { ForeignRegion, ForeignReport, ForeignResult, ForeignStep } from './foreign-result.js'
import { projectPath } from './project-path.js'
import {
  type SemgrepError,
  type SemgrepLocation,
  type SemgrepReport,
  type SemgrepResult,
  semgrepErrorSchema,
  semgrepLocationSchema,
  semgrepResultSchema,
} from './semgrep-schema.js'

/** Without a login Semgrep writes these words in place of a fingerprint and of the code lines (since 1.98). */
const NEEDS_LOGIN = 'requires login'

/** Returns the results of a Semgrep or Opengrep JSON report; paths are taken relative to `root`. */
export function readSemgrep(report: SemgrepReport, tool: string, root: string): ForeignReport {
  const results: ForeignResult[] = []
  const skipped: string[] = []
  for (const raw of report.results) {
    const parsed = semgrepResultSchema.safeParse(raw)
    if (!parsed.success) {
      skipped.push(
        `a result of ${tool} has an unknown shape (${parsed.error.issues[0]?.path.join('.') ?? ''})`,
      )
      continue
    }
    const path = projectPath(parsed.data.path, root)
    if (path === null) skipped.push(`${parsed.data.check_id} names a file outside this project`)
    else results.push(toForeign(parsed.data, path, tool, root))
  }
  return {
    tool,
    results,
    skipped,
    filesScanned: report.paths?.scanned?.length ?? 0,
    notes: report.errors.flatMap(error => noteOf(error, root)),
  }
}

function toForeign(result: SemgrepResult, path: string, tool: string, root: string): ForeignResult {
  const { extra } = result
  const region = regionOf(result)
  const lines = extra.lines ?? NEEDS_LOGIN
  return {
    tool,
    ruleId: result.check_id,
    title: result.check_id.split('.').at(-1) ?? result.check_id,
    message: extra.message ?? '',
    cwe: [...new Set(findCweIds(joined(extra.metadata?.cwe)))],
    severity: severityOf(extra.severity ?? ''),
    confidence: confidenceOf(extra.metadata?.confidence ?? ''),
    path,
    region,
    snippet: lines === NEEDS_LOGIN ? null : lines,
    trace: traceOf(result, root),
    edits: typeof extra.fix === 'string' ? [{ region, text: extra.fix }] : [],
    suppressed: extra.is_ignored === true ? 'ignored by a nosem comment' : null,
  }
}

/** The byte offset is right where the column is not: on lines with non-ASCII text columns count bytes (engine.md §8). */
function regionOf(place: { start: SemgrepLocation['start']; end: SemgrepLocation['end'] }): ForeignRegion {
  const { start, end } = place
  if (
    start.offset !== undefined &&
    end.offset !== undefined &&
    start.offset >= 0 &&
    end.offset >= start.offset
  ) {
    return { unit: 'byte-offset', start: start.offset, end: end.offset }
  }
  const line = Math.max(1, start.line)
  return {
    unit: 'utf16',
    startLine: line,
    startColumn: Math.max(1, start.col),
    endLine: Math.max(line, end.line),
    endColumn: Math.max(1, end.col),
  }
}

function traceOf(result: SemgrepResult, root: string): readonly ForeignStep[] {
  const trace = result.extra.dataflow_trace
  if (!trace) return []
  const places = [
    ...locationsIn(trace.taint_source),
    ...(trace.intermediate_vars ?? []).map(step => step.location),
    ...locationsIn(trace.taint_sink),
  ]
  return places.flatMap(place => {
    const path = projectPath(place.path, root)
    return path === null ? [] : [{ path, region: regionOf(place) }]
  })
}

/** `["CliLoc", [location, text]]` or `["CliCall", [[location, text], vars, trace]]`; the outermost location counts. */
function locationsIn(value: unknown): readonly SemgrepLocation[] {
  for (let at: unknown = value, depth = 0; depth < 4 && Array.isArray(at); depth += 1) {
    const candidate: unknown = typeof at[0] === 'string' ? at[1] : at[0]
    const parsed = semgrepLocationSchema.safeParse(candidate)
    if (parsed.success) return [parsed.data]
    at = candidate
  }
  return []
}

function noteOf(raw: unknown, root: string): { path: string; message: string }[] {
  const parsed = semgrepErrorSchema.safeParse(raw)
  if (!parsed.success || parsed.data.level === 'info') return []
  const error = parsed.data
  const path = error.path ? (projectPath(error.path, root) ?? '') : ''
  return [{ path, message: plainError(error) }]
}

/** Returns an error of the tool in plain words; the tool's own short text follows where it has one. */
function plainError(error: SemgrepError): string {
  const type = typeof error.type === 'string' ? error.type : String(error.type?.[0] ?? 'error')
  const words: Readonly<Record<string, string>> = {
    'Syntax error': 'this file could not be parsed',
    PartialParsing: 'this file was parsed in part; the rest was not checked',
    Timeout: 'a rule took too long on this file and was stopped',
    'Out of memory': 'the scanner ran out of memory on this file',
    'Too many matches': 'a rule matched too often here and was stopped',
    'Rule parse error': 'a rule could not be read',
    PatternParseError: 'a pattern of a rule could not be read',
    IncompatibleRule: 'a rule needs another version of the scanner',
    'Missing plugin': 'a language needs a plugin that is not installed',
  }
  const detail = error.short_msg ?? error.message ?? error.long_msg ?? ''
  const rule = error.rule_id ? ` (rule ${error.rule_id})` : ''
  return `${words[type] ?? type}${rule}${detail ? `: ${detail.split('\n')[0] ?? ''}` : ''}`
}

function joined(value: string | string[] | null | undefined): string {
  return Array.isArray(value) ? value.join(' ') : (value ?? '')
}

function severityOf(severity: string): Severity {
  const word = severity.toUpperCase()
  if (word === 'CRITICAL') return 'critical'
  if (word === 'HIGH' || word === 'ERROR') return 'high'
  return word === 'MEDIUM' || word === 'WARNING' ? 'medium' : 'low'
}

function confidenceOf(confidence: string): Confidence {
  const word = confidence.toUpperCase()
  return word === 'HIGH' ? 'high' : word === 'LOW' ? 'low' : 'medium'
}
