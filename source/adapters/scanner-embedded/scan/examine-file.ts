import { importsIn } from '../taint/link/resolve-module.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import type { FileOutcome } from './file-outcome.js'
import { readSource } from './read-source.js'
import type { ScanEngine } from './scan-engine.js'

/** Returns what reading and scanning a file of the project gives; never rejects for the file's sake. */
export async function examineFile(
  engine: ScanEngine,
  root: string,
  path: string,
  weaknesses?: readonly string[],
): Promise<FileOutcome> {
  const reading = await readSource(root, path)
  const nothing = {
    path,
    bytes: 0,
    skipped: null,
    findings: [],
    errors: [],
    links: null,
    imports: [],
    isLasting: true,
  }
  if (reading.kind === 'skipped') return { ...nothing, skipped: reading.reason }
  if (reading.kind === 'unreadable') {
    const message = `${path}: ${reading.message}.`
    return { ...nothing, errors: [{ path, kind: 'unreadable', message }], isLasting: false }
  }
  const { text, bytes } = reading
  const { findings, errors, links, isCutShort } = await engine.scan(path, text, { weaknesses })
  const language = languageOfPath(path)
  return {
    path,
    bytes,
    skipped: null,
    findings: findings.map(({ finding }) => finding),
    errors,
    links: links === null || links.open.length + links.asked.length === 0 ? null : links,
    imports: language === null ? [] : importsIn(text, LANGUAGE_TABLE[language].family),
    isLasting: !isCutShort,
  }
}
