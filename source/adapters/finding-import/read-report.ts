import { fail, type Result, succeed } from '../../core/problem.js'
import { printable } from '../../core/text/printable.js'
import type { ForeignReport } from './foreign-result.js'
import { banditReportSchema, readBandit } from './read-bandit.js'
import { readSarif } from './read-sarif.js'
import { readSemgrep } from './read-semgrep.js'
import { sarifLogSchema } from './sarif-schema.js'
import { semgrepReportSchema } from './semgrep-schema.js'

/**
 * Returns the results in a file of findings: SARIF 2.1.0, Semgrep or Opengrep JSON, or Bandit JSON, told apart by
 * their content. Fails with what is wrong when the text is none of these; `name` is the file as the user gave it.
 */
export function readReport(text: string, name: string, root: string): Result<ForeignReport> {
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return problem(
      name,
      `is not JSON (${error instanceof Error ? printable(error.message, { maxLine: 120 }) : 'unknown error'})`,
    )
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return problem(name, 'is JSON, but not a report')
  if ('runs' in data) {
    const log = sarifLogSchema.safeParse(data)
    if (log.success) return succeed(readSarif(log.data, root))
    const version: unknown = 'version' in data ? data.version : undefined
    if (version !== '2.1.0')
      return problem(
        name,
        `is SARIF of version ${printable(String(version), { maxLine: 20 })}; version 2.1.0 is needed`,
      )
    return problem(name, `is not valid SARIF: ${whereWrong(log.error)}`)
  }
  if ('metrics' in data) {
    const bandit = banditReportSchema.safeParse(data)
    return bandit.success
      ? succeed(readBandit(bandit.data, root))
      : problem(name, `is not a Bandit report: ${whereWrong(bandit.error)}`)
  }
  if ('results' in data) {
    const semgrep = semgrepReportSchema.safeParse(data)
    return semgrep.success
      ? succeed(readSemgrep(semgrep.data, 'Semgrep', root))
      : problem(name, `is not a Semgrep report: ${whereWrong(semgrep.error)}`)
  }
  return problem(name, 'is neither SARIF 2.1.0 nor Semgrep JSON nor Bandit JSON')
}

function whereWrong(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}): string {
  const [issue] = error.issues
  return issue
    ? `${issue.path.map(String).join('.') || 'the top level'}: ${printable(issue.message, { maxLine: 160 })}`
    : 'its shape is unknown'
}

function problem(name: string, what: string): Result<never> {
  return fail({
    kind: 'user-can-act',
    message: `${printable(name, { maxLine: 200 })} ${what}.`,
    untouched: 'No finding was imported and nothing was written.',
    nextSteps: ['Give a SARIF 2.1.0 log, or the JSON report of Semgrep, Opengrep or Bandit.'],
  })
}
