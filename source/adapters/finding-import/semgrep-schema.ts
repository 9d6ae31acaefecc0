import { z } from 'zod'

/**
 * The output contract of `semgrep scan --json` and Opengrep (engine.md §8). Loose everywhere: fields and enum values
 * that are new must not fail; each result is checked on its own.
 */
const position = z.looseObject({ line: z.int(), col: z.int(), offset: z.int().optional() })

const oneOrMany = z.union([z.string(), z.array(z.string())])

const location = z.looseObject({ path: z.string(), start: position, end: position })

export const semgrepResultSchema = z.looseObject({
  check_id: z.string(),
  path: z.string(),
  start: position,
  end: position,
  extra: z.looseObject({
    message: z.string().optional(),
    severity: z.string().optional(),
    lines: z.string().optional(),
    fix: z.string().nullish(),
    is_ignored: z.boolean().nullish(),
    metadata: z
      .looseObject({
        cwe: oneOrMany.nullish(),
        owasp: oneOrMany.nullish(),
        confidence: z.string().nullish(),
      })
      .optional(),
    dataflow_trace: z
      .looseObject({
        taint_source: z.unknown().optional(),
        intermediate_vars: z.array(z.looseObject({ location })).nullish(),
        taint_sink: z.unknown().optional(),
      })
      .nullish(),
  }),
})

export const semgrepErrorSchema = z.looseObject({
  code: z.int().optional(),
  level: z.string().optional(),
  type: z.union([z.string(), z.array(z.unknown())]).optional(),
  rule_id: z.string().nullish(),
  message: z.string().nullish(),
  short_msg: z.string().nullish(),
  long_msg: z.string().nullish(),
  path: z.string().nullish(),
})

export const semgrepReportSchema = z.looseObject({
  version: z.string().nullish(),
  results: z.array(z.unknown()),
  errors: z.array(z.unknown()).default([]),
  paths: z
    .looseObject({
      scanned: z.array(z.string()).nullish(),
      skipped: z.array(z.looseObject({ path: z.string(), reason: z.string().optional() })).nullish(),
    })
    .optional(),
})

export const semgrepLocationSchema = location

export type SemgrepReport = z.infer<typeof semgrepReportSchema>
export type SemgrepResult = z.infer<typeof semgrepResultSchema>
export type SemgrepError = z.infer<typeof semgrepErrorSchema>
export type SemgrepLocation = z.infer<typeof semgrepLocationSchema>
