import { z } from 'zod'
import type { Confidence, Severity } from '../../core/finding/severity.js'
import type { ForeignReport, ForeignResult } from './foreign-result.js'
import { projectPath } from './project-path.js'

const banditResultSchema = z.looseObject({
  filename: z.string(),
  test_id: z.string(),
  test_name: z.string().default(''),
  issue_text: z.string().default(''),
  issue_severity: z.string().default('MEDIUM'),
  issue_confidence: z.string().default('MEDIUM'),
  issue_cwe: z.looseObject({ id: z.int().optional() }).optional(),
  line_number: z.int().positive(),
  line_range: z.array(z.int()).optional(),
  col_offset: z.int().optional(),
  end_col_offset: z.int().optional(),
  code: z.string().optional(),
})

/** The report of `bandit -f json`, as far as it is read. */
export const banditReportSchema = z.looseObject({
  results: z.array(z.unknown()),
  errors: z
    .array(z.looseObject({ filename: z.string().optional(), reason: z.string().optional() }))
    .default([]),
  metrics: z.record(z.string(), z.unknown()),
})

type BanditResult = z.infer<typeof banditResultSchema>

/** Returns the results of a Bandit JSON report; paths are taken relative to `root`. */
export function readBandit(report: z.infer<typeof banditReportSchema>, root: string): ForeignReport {
  const results: ForeignResult[] = []
  const skipped: string[] = []
  for (const raw of report.results) {
    const parsed = banditResultSchema.safeParse(raw)
    if (!parsed.success) {
      skipped.push(
        `a result of Bandit has an unknown shape (${parsed.error.issues[0]?.path.join('.') ?? ''})`,
      )
      continue
    }
    const path = projectPath(parsed.data.filename, root)
    if (path === null) skipped.push(`${parsed.data.test_id} names a file outside this project`)
    else results.push(toForeign(parsed.data, path))
  }
  const notes = report.errors.map(error => ({
    path: error.filename ? (projectPath(error.filename, root) ?? '') : '',
    message: `Bandit: ${error.reason ?? 'an error without text'}`,
  }))
  return {
    tool: 'Bandit',
    results,
    skipped,
    filesScanned: Object.keys(report.metrics).filter(name => name !== '_totals').length,
    notes,
  }
}

function toForeign(result: BanditResult, path: string): ForeignResult {
  const last = Math.max(result.line_number, ...(result.line_range ?? []))
  const oneLine = last === result.line_number
  return {
    tool: 'Bandit',
    ruleId: result.test_id,
    title: result.test_name.replaceAll('_', ' '),
    message: result.issue_text,
    cwe: result.issue_cwe?.id === undefined ? [] : [result.issue_cwe.id],
    severity: tier(result.issue_severity),
    confidence: tier(result.issue_confidence),
    path,
    // Bandit counts columns from 0 and gives an end column only for the last line.
    region: {
      unit: 'points',
      startLine: result.line_number,
      startColumn: result.col_offset === undefined || result.col_offset < 0 ? null : result.col_offset + 1,
      endLine: last,
      endColumn:
        oneLine && result.end_col_offset !== undefined && result.end_col_offset > 0
          ? result.end_col_offset + 1
          : null,
    },
    snippet: snippetOf(result),
    trace: [],
    edits: [],
    suppressed: null,
  }
}

/** `code` holds numbered lines around the result; the reported line alone is what must still be there. */
function snippetOf(result: BanditResult): string | null {
  const numbered = (result.code ?? '').split('\n').map(line => /^(\d+) (.*)$/.exec(line))
  return numbered.find(match => Number(match?.[1]) === result.line_number)?.[2] ?? null
}

function tier(word: string): Severity & Confidence {
  const upper = word.toUpperCase()
  return upper === 'HIGH' ? 'high' : upper === 'LOW' ? 'low' : 'medium'
}
