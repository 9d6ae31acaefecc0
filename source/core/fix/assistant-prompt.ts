import type { Finding } from '../finding/finding.js'

/**
 * Returns what an assistant is asked when it shall write the fix: a closed text with the place and our own rule's
 * words. No code of the project is in it; the assistant reads the file itself.
 */
export function assistantPrompt(finding: Finding): string {
  const lines =
    finding.startLine === finding.endLine
      ? `line ${finding.startLine}`
      : `lines ${finding.startLine} to ${finding.endLine}`
  const cwe = finding.cwe[0] === undefined ? '' : ` (CWE-${finding.cwe[0]})`
  const where = isPlainPath(finding.path) ? `\`${finding.path}\`` : 'the file named on the last line'
  return [
    `Mend one security finding in ${where}, ${lines}: ${finding.title}${cwe}.`,
    finding.engine === 'builtin' ? finding.message : '',
    'Remove the cause. Change only what this needs, in this one file; keep what the code does and its style.',
    'Do not add comments, do not silence the scanner, do not run commands, do not touch other files.',
    isPlainPath(finding.path) ? '' : `File: ${JSON.stringify(finding.path)}`,
  ]
    .filter(line => line !== '')
    .join('\n')
}

/** A path is repo text: one that could carry an instruction stands alone as a JSON string. */
function isPlainPath(path: string): boolean {
  return /^[\w./@-]{1,200}$/.test(path)
}
