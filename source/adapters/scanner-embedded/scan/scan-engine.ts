import type { FixSummary } from '../../../core/fix/fix.js'
import type { ScanError } from '../../../ports/scanner.js'
import type { FlowLinks } from '../taint/flow-types.js'
import type { ParsedFile } from '../tree/parsed-file.js'
import {
  type CheckOptions,
  createFileChecker,
  type FileChecker,
  type FileCheckerParts,
} from './file-checker.js'
import type { RawFinding } from './raw-finding.js'
import { type TracedFinding, toFindings } from './to-findings.js'

/** A text with its findings and what they were made from. */
export type ScannedText = {
  readonly file: ParsedFile | null
  readonly findings: readonly TracedFinding[]
  readonly errors: readonly ScanError[]
  readonly links: FlowLinks | null
  /** Whether time ran out, so that another run may find more. */
  readonly isCutShort: boolean
}

/** Scans texts; the part that a worker thread runs too. */
export type ScanEngine = {
  readonly scan: (path: string, text: string, options?: CheckOptions) => Promise<ScannedText>
  readonly parse: FileChecker['parse']
}

export type ScanEngineParts = FileCheckerParts & {
  readonly fixesOf: (finding: RawFinding, file: ParsedFile) => readonly FixSummary[]
}

/** Returns an engine for the rules and grammars given. */
export function createScanEngine(parts: ScanEngineParts): ScanEngine {
  const checker = createFileChecker(parts)
  const titles = new Map(parts.pack.weaknesses.map(weakness => [weakness.id, weakness.title]))
  return {
    scan: async (path, text, options) => {
      const checked = await checker.check(path, text, options)
      const { file, findings } = checked
      if (file === null) return { ...checked, findings: [] }
      const told = toFindings(file, findings, {
        hash: parts.hash,
        titleOf: weakness => titles.get(weakness) ?? weakness,
        fixesOf: parts.fixesOf,
      })
      return { ...checked, findings: told.findings, errors: [...checked.errors, ...told.errors] }
    },
    parse: checker.parse,
  }
}
