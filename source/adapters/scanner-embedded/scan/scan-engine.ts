import type { FixSummary } from '../../../core/fix/fix.js'
import type { ScanError, TextScan } from '../../../ports/scanner.js'
import type { Hash } from '../../../ports/system.js'
import { createTextChecks, type TextChecks } from '../../scanner-text/text-checks.js'
import { TEXT_RULES } from '../../scanner-text/text-rules.js'
import type { RulePack } from '../rules/rule-pack.js'
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

/** Returns what a scan of one text says, as the port has it. */
export function toTextScan(scanned: ScannedText): TextScan {
  const { file, findings, errors } = scanned
  return {
    findings: findings.map(({ finding }) => finding),
    parsed: file !== null && file.parseErrors === 0,
    parseErrors: file?.parseErrors ?? 0,
    errors,
  }
}

/** Returns the checks of texts as they are, with the names that the pack gives to weaknesses. */
export function textChecksOf(pack: RulePack, hash: Hash): TextChecks {
  const titles = new Map(pack.weaknesses.map(weakness => [weakness.id, weakness.title]))
  return createTextChecks({ hash, rules: TEXT_RULES, titleOf: id => titles.get(id) ?? id })
}
