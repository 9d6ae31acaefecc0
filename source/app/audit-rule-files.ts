import type { AuditFinding } from '../core/audit/audit-finding.js'
import { auditText, steersAssistants } from '../core/audit/audit-text.js'
import type { Problem } from '../core/problem.js'
import type { Workspace } from '../ports/workspace.js'
import { lookAtFiles } from './look-at-files.js'

/** What an audit read and saw. */
export type AuditReport = {
  readonly files: readonly string[]
  readonly findings: readonly (AuditFinding & { readonly path: string })[]
  /** Files that could not be read; an assistant might. */
  readonly problems: readonly Problem[]
}

const LEARNED = '.guardrail-coach/learned'

/** Reads every file that steers an assistant, git-ignored and our own ones included, and tells what a person should look at. */
export async function auditRuleFiles(workspace: Workspace): Promise<AuditReport> {
  const { files } = await lookAtFiles(workspace)
  const learned = (await workspace.list(LEARNED)).map(name => `${LEARNED}/${name}`)
  const paths = [...new Set([...files.under('').filter(steersAssistants), ...learned])].sort()
  const findings: (AuditFinding & { readonly path: string })[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    const file = await workspace.read(path)
    if (file.ok) findings.push(...auditText(path, file.value.text).map(one => ({ path, ...one })))
    else problems.push(file.problem)
  }
  return { files: paths, findings, problems }
}
