import { confidenceWord } from '../../core/finding/confidence-words.js'
import type { Finding } from '../../core/finding/finding.js'
import { shownSource } from '../../core/finding/shown-source.js'
import type { FixPreview } from '../../core/fix/fix-preview.js'
import { shownHunks } from '../../core/fix/shown-hunks.js'
import { indexLines } from '../../core/text/line-index.js'
import { printable } from '../../core/text/printable.js'

/** Lines of code shown before and after the finding, and the most shown of the finding itself. */
const CONTEXT = 2
const MOST = 12

/** Returns what "see" tells of a finding as plain lines: where, how bad, the code with its marks, the trace. */
export function findingLines(finding: Finding, text: string, place: string): readonly string[] {
  const cwe = finding.cwe[0] === undefined ? [] : [`CWE-${finding.cwe[0]}`]
  return [
    `${printable(finding.title)}, ${place}: ${[finding.severity, confidenceWord(finding.confidence), ...cwe].join(', ')}`,
    `${printable(finding.path)}, line ${finding.startLine}`,
    '',
    ...codeLines(finding, text),
    '',
    printable(finding.message),
    ...traceLines(finding),
  ]
}

function codeLines(finding: Finding, text: string): readonly string[] {
  const index = indexLines(shownSource(finding, finding.path, text))
  const last = Math.min(finding.endLine, finding.startLine + MOST)
  const from = Math.max(1, finding.startLine - CONTEXT)
  const to = Math.min(index.lineCount, last + CONTEXT)
  const width = String(to).length
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const line = from + at
    const mark = line >= finding.startLine && line <= last ? '>' : ' '
    return `${mark} ${String(line).padStart(width)}  ${printable(index.lineText(line), { maxLine: 160 })}`
  })
}

function traceLines(finding: Finding): readonly string[] {
  if (finding.trace.length < 2) return []
  return [
    'How the value gets there:',
    ...finding.trace.map(
      (step, at) => `  ${at + 1}. ${printable(step.path)}, line ${step.line}: ${printable(step.label)}`,
    ),
  ]
}

/** Returns a fix's diff as plain lines, `-` before and `+` after, secrets cut. */
export function hunkLines(preview: Pick<FixPreview, 'finding' | 'hunks'>): readonly string[] {
  return shownHunks(preview).flatMap(hunk =>
    hunk.lines.map(line => {
      const mark = line.kind === 'added' ? '+' : line.kind === 'removed' ? '-' : ' '
      return `${mark} ${printable(line.text, { maxLine: 160 })}`
    }),
  )
}
