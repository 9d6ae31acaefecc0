import type { Finding } from './finding.js'

/** Returns whether a finding is a secret in a file: its literals are cut to two characters wherever they are shown. */
export function isSecretFinding(finding: Pick<Finding, 'weakness'>): boolean {
  return finding.weakness === 'hardcoded-secret'
}
