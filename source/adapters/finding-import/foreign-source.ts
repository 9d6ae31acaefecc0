import type { EngineId, Finding } from '../../core/finding/finding.js'
import type { CheckedBy } from '../../core/fix/fix-preview.js'
import type { ScanRequest } from '../../ports/scanner.js'
import type { AnchoredReport } from './anchor-results.js'

/** Another tool, or a file it wrote, as a source of findings beside the embedded engine. */
export type ForeignSource = {
  readonly id: EngineId
  /** Returns its findings for the request, on the present code. Rejects with AbortError when cancelled. */
  readonly scan: (request: ScanRequest) => Promise<AnchoredReport>
  /** Returns those of `known` (all of one file) that `text` would still have, and new ones where the tool can tell. */
  readonly rescan: (path: string, text: string, known: readonly Finding[]) => Promise<readonly Finding[]>
  readonly checkedBy: CheckedBy
}
