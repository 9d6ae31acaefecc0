import type { Finding } from '../core/finding/finding.js'

/** Returns a finding as scripts read it (docs/command-line.md): fixed field order, nothing internal. */
export function findingJson(finding: Finding) {
  const { fingerprint, ruleId, weakness, title, severity, confidence, cwe, owasp } = finding
  const { path, startLine, startColumn, endLine, endColumn, message, lesson, exempt } = finding
  return {
    fingerprint,
    ruleId,
    weakness,
    title,
    severity,
    confidence,
    cwe,
    owasp,
    path,
    startLine,
    startColumn,
    endLine,
    endColumn,
    message,
    lesson,
    trace: finding.trace.map(({ path, line, column, label }) => ({ path, line, column, label })),
    fixes: finding.fixes.map(({ id, title, kind }) => ({ id, title, kind })),
    exempt,
  }
}
