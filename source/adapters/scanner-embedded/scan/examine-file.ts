import type { Hash } from '../../../ports/system.js'
import type { TextChecks } from '../../scanner-text/text-checks.js'
import { importsIn } from '../taint/link/resolve-module.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import { brokeDown, emptyOutcome, type FileOutcome } from './file-outcome.js'
import { readSource, type SourceReading } from './read-source.js'
import type { ScanEngine } from './scan-engine.js'

export type FileExaminer = {
  /** Opened only for a file that holds code. */
  readonly engine: () => Promise<ScanEngine>
  readonly texts: TextChecks
  readonly hash: Hash
  /** Absolute, real path. */
  readonly root: string
  /** Only rules of these; absent means all. */
  readonly weaknesses?: readonly string[] | undefined
}

/** Returns what reading and scanning a file of the project gives; never rejects for the file's sake. */
export async function examineFile(examiner: FileExaminer, path: string): Promise<FileOutcome> {
  const nothing = emptyOutcome(path, languageOfPath(path) !== null)
  const reading = readSource(examiner.root, path)
  if (reading.kind === 'skipped') return { ...nothing, skipped: reading.reason }
  if (reading.kind === 'unreadable') {
    const error = { path, kind: 'unreadable' as const, message: `${path}: ${reading.message}.` }
    // Links to folders and the like hold no code, so nothing is missing without them.
    return { ...nothing, errors: nothing.isCode ? [error] : [], isLasting: false }
  }
  // Without an engine nothing can be scanned at all; that is no fault of this file.
  const engine = nothing.isCode ? await examiner.engine() : null
  try {
    return await examineText(examiner, engine, path, reading)
  } catch {
    return { ...nothing, errors: [brokeDown(path)], isLasting: false }
  }
}

async function examineText(
  { texts, hash, weaknesses }: FileExaminer,
  engine: ScanEngine | null,
  path: string,
  { text, bytes }: Extract<SourceReading, { kind: 'text' }>,
): Promise<FileOutcome> {
  const language = languageOfPath(path)
  const inText = texts.reads(path) ? texts.check(path, text) : { findings: [], errors: [] }
  const read = {
    ...emptyOutcome(path, language !== null),
    hash: hash(text),
    bytes,
    textFindings: inText.findings.filter(one => weaknesses?.includes(one.weakness) ?? true),
    errors: inText.errors,
  }
  if (language === null || engine === null) return read
  const { findings, errors, links, isCutShort } = await engine.scan(path, text, { weaknesses })
  return {
    ...read,
    findings: findings.map(({ finding }) => finding),
    // The grammar knows comments better than the line they stand on.
    errors: [...errors, ...inText.errors.filter(one => !errors.some(other => other.message === one.message))],
    links: links === null || links.open.length + links.asked.length === 0 ? null : links,
    imports: importsIn(text, LANGUAGE_TABLE[language].family),
    isLasting: !isCutShort,
  }
}
