import type { Confidence, Severity } from '../../core/finding/severity.js'
import { findCweIds } from '../../core/weakness/map-weakness.js'
import type { ForeignReport, ForeignResult } from './foreign-result.js'
import { pathOf, regionOf, snippetOf } from './sarif-location.js'
import { type RuleFacts, ruleOf } from './sarif-rule.js'
import { type SarifLog, type SarifResult, type SarifRun, sarifResultSchema } from './sarif-schema.js'

/**
 * Returns the results of a SARIF 2.1.0 log (engine.md §9). A result that is not usable is counted in `skipped`;
 * results that passed, do not apply or are absent from the present state are left out.
 */
export function readSarif(log: SarifLog, root: string): ForeignReport {
  const results: ForeignResult[] = []
  const skipped: string[] = []
  const notes: { path: string; message: string }[] = []
  const tools = new Set<string>()
  for (const run of log.runs) {
    const tool = run.tool.driver.name
    tools.add(tool)
    for (const raw of run.results ?? []) {
      const parsed = sarifResultSchema.safeParse(raw)
      if (!parsed.success) {
        skipped.push(
          `a result of ${tool} is not SARIF 2.1.0 (${parsed.error.issues[0]?.path.join('.') ?? 'shape'})`,
        )
        continue
      }
      if (isSilent(parsed.data)) continue
      const result = readResult(parsed.data, run, tool, root)
      if (typeof result === 'string') skipped.push(result)
      else if (result) results.push(result)
    }
    for (const invocation of run.invocations ?? []) {
      for (const note of invocation.toolExecutionNotifications ?? []) {
        if (note.level === 'error')
          notes.push({ path: '', message: `${tool}: ${note.message?.text ?? 'an error without text'}` })
      }
      if (invocation.executionSuccessful === false)
        notes.push({ path: '', message: `${tool} says that its run did not succeed.` })
    }
  }
  return {
    tool: [...tools].join(', '),
    results,
    skipped,
    filesScanned: new Set(log.runs.flatMap(run => (run.artifacts ?? []).map(one => one.location?.uri ?? '')))
      .size,
    notes,
  }
}

function isSilent(result: SarifResult): boolean {
  return result.baselineState === 'absent' || ['pass', 'notApplicable'].includes(result.kind ?? 'fail')
}

function readResult(
  result: SarifResult,
  run: SarifRun,
  tool: string,
  root: string,
): ForeignResult | string | null {
  const rule = ruleOf(result, run)
  const level = result.level ?? rule.level ?? 'warning'
  if (level === 'none') return null
  const physical = result.locations?.[0]?.physicalLocation
  const path = physical ? pathOf(physical, run, root) : null
  if (!physical || path === null)
    return `${rule.id || 'a result'} of ${tool} has no place inside this project`
  const region = regionOf(physical.region, run.columnKind)
  const accepted = (result.suppressions ?? []).find(
    one => one.status !== 'rejected' && one.status !== 'underReview',
  )
  const changes = isSemgrep(tool) ? [] : (result.fixes?.[0]?.artifactChanges ?? [])
  return {
    tool,
    ruleId: rule.id,
    title: rule.title,
    message: messageOf(result, rule),
    cwe: [...new Set([...rule.cwe, ...taxaCwe(result)])],
    severity: severityOf(level, rule.securitySeverity),
    confidence: confidenceOf(rule.precision),
    path,
    region,
    snippet: snippetOf(physical),
    trace: (result.codeFlows?.[0]?.threadFlows[0]?.locations ?? []).flatMap(step => {
      const at = step.location?.physicalLocation
      const stepPath = at ? pathOf(at, run, root) : null
      return at && stepPath !== null ? [{ path: stepPath, region: regionOf(at.region, run.columnKind) }] : []
    }),
    edits: changes
      .filter(change => pathOf({ artifactLocation: change.artifactLocation }, run, root) === path)
      .flatMap(change => change.replacements)
      .map(one => ({
        region: regionOf(one.deletedRegion, run.columnKind),
        text: one.insertedContent?.text ?? '',
      })),
    suppressed: accepted ? (accepted.justification ?? 'suppressed in the tool that found it') : null,
  }
}

/** Semgrep's SARIF fixes repeat whole lines (engine.md §9); the ones in its JSON are right. */
function isSemgrep(tool: string): boolean {
  return /semgrep|opengrep/i.test(tool)
}

function messageOf(result: SarifResult, rule: RuleFacts): string {
  const { text, id, arguments: values } = result.message
  const pattern = text ?? (id === undefined ? undefined : rule.messages[id]) ?? rule.description ?? rule.title
  return pattern.replace(/\{(\d+)\}/g, (hole, at: string) => values?.[Number(at)] ?? hole)
}

function taxaCwe(result: SarifResult): readonly number[] {
  const own = (result.properties?.tags ?? []).join(' ')
  const cwe = result.properties?.cwe
  const extra = typeof cwe === 'string' ? cwe : Array.isArray(cwe) ? cwe.join(' ') : ''
  const taxa = (result.taxa ?? []).filter(taxon => /^cwe$/i.test(taxon.toolComponent?.name ?? ''))
  return [...findCweIds(`${own} ${extra}`), ...taxa.map(taxon => Number(taxon.id)).filter(Number.isInteger)]
}

/** Level → severity, refined by `security-severity` (a CVSS score); the bounds are GitHub's code-scanning bounds. */
function severityOf(level: string, score: number | null): Severity {
  if (score !== null && score > 0)
    return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'
  return level === 'error' ? 'high' : level === 'warning' ? 'medium' : 'low'
}

function confidenceOf(precision: string | null): Confidence {
  return precision === 'very-high' || precision === 'high' ? 'high' : precision === 'low' ? 'low' : 'medium'
}
