import type { EngineId, Finding } from '../../core/finding/finding.js'
import { fingerprintInput } from '../../core/finding/fingerprint.js'
import { reanchor } from '../../core/finding/reanchor.js'
import type { FixProposal } from '../../core/fix/fix.js'
import { indexLines } from '../../core/text/line-index.js'
import { printable } from '../../core/text/printable.js'
import { mapWeakness } from '../../core/weakness/map-weakness.js'
import type { Weakness } from '../../core/weakness/weakness.js'
import type { ScanError } from '../../ports/scanner.js'
import type { Hash } from '../../ports/system.js'
import type { ForeignReport, ForeignResult } from './foreign-result.js'
import { type Range, regionLines, resolveRegion, shiftRegion } from './resolve-region.js'

/** The id of the fix that the other tool proposes itself. */
export const TOOL_FIX = 'tool-fix'

/** Findings of another tool as they stand in the present code. */
export type AnchoredReport = {
  readonly findings: readonly Finding[]
  readonly proposals: ReadonlyMap<string, FixProposal>
  readonly errors: readonly ScanError[]
  /** Findings whose code moved, and those whose code is gone. */
  readonly moved: number
  readonly stale: number
  /** Files the tool says it looked at; 0 when it does not say. */
  readonly filesScanned: number
}

type Needs = {
  readonly engine: EngineId
  readonly weaknesses: readonly Weakness[]
  readonly hash: Hash
  /** The file's present text; null when it cannot be read or lies outside the project. */
  readonly readText: (path: string) => Promise<string | null>
}

/** Returns the tool's results as findings of the present code; what is stale or unreadable is told in `errors`. */
export async function anchorResults(report: ForeignReport, needs: Needs): Promise<AnchoredReport> {
  const findings = new Map<string, Finding>()
  const proposals = new Map<string, FixProposal>()
  const errors: ScanError[] = report.notes.map(note => ({
    path: note.path,
    kind: 'tool',
    message: printable(note.message),
  }))
  const occurrences = new Map<string, number>()
  let moved = 0
  let stale = 0
  for (const result of report.results) {
    const text = await needs.readText(result.path)
    const lines = text === null ? null : regionLines(result.region, text)
    const anchor =
      text === null || lines === null ? null : reanchor(text, lines.start, lines.end, result.snippet)
    if (text === null || anchor === null) {
      stale += 1
      errors.push({ path: result.path, kind: 'tool', message: staleMessage(result, text !== null) })
      continue
    }
    if (anchor.moved !== 0) moved += 1
    const range = resolveRegion(text, shiftRegion(result.region, anchor.moved))
    const input = [result.ruleId, result.path, text.slice(range.start, range.end)] as const
    const key = input.join('\0')
    const occurrence = occurrences.get(key) ?? 0
    occurrences.set(key, occurrence + 1)
    const fingerprint = needs.hash(fingerprintInput(...input, occurrence))
    const finding = await buildFinding(result, text, range, fingerprint, needs)
    findings.set(fingerprint, finding)
    const edits = result.edits.map(edit => ({
      ...resolveRegion(text, shiftRegion(edit.region, anchor.moved)),
      text: edit.text,
    }))
    const [fix] = finding.fixes
    if (fix)
      proposals.set(fingerprint, {
        fix,
        path: result.path,
        edits,
        holes: [],
        note: `Proposed by ${finding.engine}.`,
      })
  }
  return {
    findings: [...findings.values()],
    proposals,
    errors,
    moved,
    stale,
    filesScanned: report.filesScanned,
  }
}

async function buildFinding(
  result: ForeignResult,
  text: string,
  range: Range,
  fingerprint: string,
  needs: Needs,
): Promise<Finding> {
  const index = indexLines(text)
  const start = index.placeAt(range.start)
  const end = index.placeAt(range.end)
  const weakness = mapWeakness(
    { tool: result.tool, ruleId: result.ruleId, cwe: result.cwe, text: `${result.title} ${result.message}` },
    needs.weaknesses,
  )
  const tool = printable(result.tool, { maxLine: 40 })
  const hasFix = result.edits.length > 0
  return {
    fingerprint,
    engine: needs.engine,
    ruleId: printable(result.ruleId, { maxLine: 200 }),
    weakness: weakness.id,
    title: weakness.known ? weakness.title : printable(result.title || weakness.title, { maxLine: 80 }),
    severity: result.severity,
    confidence: result.confidence,
    cwe: weakness.cwe,
    owasp: weakness.owasp,
    path: result.path,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    startOffset: range.start,
    endOffset: range.end,
    message: printable(result.message.replace(/\s+/g, ' ').trim(), { maxLine: 600 }),
    lesson: weakness.id,
    trace: await traceOf(result, text, needs),
    fixes: hasFix ? [{ id: TOOL_FIX, title: `Take the change that ${tool} proposes`, kind: 'rewrite' }] : [],
    exempt:
      result.suppressed === null
        ? null
        : { kind: 'in-source', reason: printable(result.suppressed, { maxLine: 200 }) },
  }
}

async function traceOf(result: ForeignResult, text: string, needs: Needs): Promise<Finding['trace']> {
  const steps = []
  for (const [at, step] of result.trace.entries()) {
    const stepText = step.path === result.path ? text : await needs.readText(step.path)
    if (stepText === null) continue
    const place = indexLines(stepText).placeAt(resolveRegion(stepText, step.region).start)
    const label = at === 0 ? 'starts here' : at === result.trace.length - 1 ? 'ends here' : 'passes here'
    steps.push({ path: step.path, line: place.line, column: place.column, label })
  }
  return steps
}

function staleMessage(result: ForeignResult, readable: boolean): string {
  const what = `${printable(result.tool, { maxLine: 40 })} reported ${printable(result.ruleId, { maxLine: 120 })}`
  return readable
    ? `${what}, but that code is no longer in the file. Run the tool again for a fresh report.`
    : `${what} in a file that is not in this project or cannot be read.`
}
