import { isSecretFinding } from '../finding/is-secret-finding.js'
import { redactSecrets } from '../learned-rule/redact-secrets.js'
import type { FixPreview } from './fix-preview.js'
import type { Hunk } from './hunk.js'
import { mapLines } from './hunk-lines.js'

/** Returns a fix's hunks as they may be shown: every secret in them cut to its first two characters (design.md §7). */
export function shownHunks({ finding, hunks }: Pick<FixPreview, 'finding' | 'hunks'>): readonly Hunk[] {
  const isSecret = isSecretFinding(finding)
  return mapLines(hunks, line => ({ ...line, text: redactSecrets(line.text, isSecret) }))
}
