import type { Hash } from '../../../ports/system.js'
import type { TextChecks } from '../../scanner-text/text-checks.js'
import { importsIn } from '../taint/link/resolve-module.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import { emptyOutcome, type FileOutcome } from './file-outcome.js'
import { readSource } from './read-source.js'
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
export async function examineFile(
  { engine, texts, hash, root, weaknesses }: FileExaminer,
  path: string,
): Promise<FileOutcome> {
  const language = languageOfPath(path)
  const nothing = emptyOutcome(path, language !== null)
  const reading = readSource(root, path)
  if (reading.kind === 'skipped') return { ...nothing, skipped: reading.reason }
  if (reading.kind === 'unreadable') {
    const error = { path, kind: 'unreadable' as const, message: `${path}: ${reading.message}.` }
    // Links to folders and the like hold no code, so nothing is missing without them.
    return { ...nothing, errors: nothing.isCode ? [error] : [], isLasting: false }
  }
  const { text, bytes } = reading
  const inText = texts.reads(path) ? texts.check(path, text) : { findings: [], errors: [] }
  const read = {
    ...nothing,
    hash: hash(text),
    bytes,
    textFindings: inText.findings.filter(one => weaknesses?.includes(one.weakness) ?? true),
    errors: inText.errors,
  }
  if (language === null) return read
  const { findings, errors, links, isCutShort } = await (await engine()).scan(path, text, { weaknesses })
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
