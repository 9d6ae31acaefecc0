import { redactSecrets } from '../learned-rule/redact-secrets.js'
import type { Finding } from './finding.js'
import { isSecretFinding } from './is-secret-finding.js'

/**
 * Returns a file's text as it may be shown beside a finding: secrets are cut to two characters, and on the lines of a
 * finding that is a secret every literal is. Line numbers stay; not yet printable.
 */
export function shownSource(finding: Finding, path: string, source: string): string {
  const isSecret = isSecretFinding(finding) && path === finding.path
  return source
    .split('\n')
    .map((line, at) => {
      const isItsLine = at + 1 >= finding.startLine && at + 1 <= finding.endLine
      return redactSecrets(line, isSecret && isItsLine)
    })
    .join('\n')
}
