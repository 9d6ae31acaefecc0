import { compareScans, type ScannedText } from '../core/fix/compare-scans.js'
import type { FixPreview, FixTrial } from '../core/fix/fix-preview.js'
import { type Result, succeed } from '../core/problem.js'
import type { TextScan } from '../ports/scanner.js'
import type { Toolbox } from '../ports/toolbox.js'

/** Tries a fix in memory: whether the text still parses, the finding is gone and nothing new came. Writes nothing. */
export async function tryFix(
  tools: Pick<Toolbox, 'scanner'>,
  preview: Pick<FixPreview, 'finding' | 'path' | 'before' | 'after'>,
): Promise<Result<FixTrial>> {
  const before = await tools.scanner.scanText(preview.path, preview.before)
  const after = await tools.scanner.scanText(preview.path, preview.after)
  const checkedBy = tools.scanner.checkedBy?.(preview.finding) ?? 'rule'
  return succeed(compareScans(preview.finding, scannedText(before), scannedText(after), checkedBy))
}

/** Returns a scan as fixes are judged by it: a file that parsed only in part before is judged by its count of parse errors alone. */
export function scannedText(scan: TextScan): ScannedText {
  const isComplete = !scan.errors.some(error => error.kind === 'gave-up' || error.kind === 'not-parsed')
  return { findings: scan.findings, parseErrors: scan.parseErrors, isComplete }
}
