import type { Finding } from '../../../core/finding/finding.js'
import type { FlowLinks } from '../taint/flow-types.js'
import { createImportIndex } from '../taint/link/import-index.js'
import { linkFiles } from '../taint/link/link-files.js'
import type { FlowLists } from '../taint/lists/compiled-lists.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import type { Position } from '../tree/line-index.js'
import type { FileOutcome } from './file-outcome.js'
import { readSource } from './read-source.js'
import type { ScanEngine, ScanOptions } from './scan-engine.js'

/** What is known of flows between the files of a project. */
export type LinkedProject = {
  /** Files about which other files say something. */
  readonly paths: readonly string[]
  /** Returns how a file is to be scanned with what the others say about it. */
  readonly of: (path: string) => Pick<ScanOptions, 'context' | 'positionIn'>
}

/** Every file stands for itself. */
export const NOTHING_LINKED: LinkedProject = { paths: [], of: () => ({}) }

export type LinkMaterial = {
  /** Absolute, real path. */
  readonly root: string
  /** What the examined files import, and ask of others. */
  readonly outcomes: ReadonlyMap<string, FileOutcome>
  /** All files that flows may lead through, examined now or not. */
  readonly project: readonly string[]
  readonly lists: FlowLists
  readonly signal: AbortSignal | undefined
}

/** Returns whether an examined file asks anything of others. */
export function asksOthers(outcomes: ReadonlyMap<string, FileOutcome>): boolean {
  for (const { links } of outcomes.values()) if (links !== null) return true
  return false
}

/** Returns what the files of the project say about each other. Files that were not examined are read for it. */
export async function linkProject(engine: ScanEngine, material: LinkMaterial): Promise<LinkedProject> {
  const { root, outcomes, project, lists, signal } = material
  const asking = new Map<string, FlowLinks>()
  for (const [path, { links }] of outcomes) if (links !== null) asking.set(path, links)
  if (asking.size === 0) return NOTHING_LINKED
  const read = createTextReader(root)
  const index = createImportIndex()
  for (const path of project) {
    const language = languageOfPath(path)
    if (language === null) continue
    const { family } = LANGUAGE_TABLE[language]
    const outcome = outcomes.get(path)
    if (outcome !== undefined) {
      if (outcome.skipped === null) index.addImports(path, outcome.imports, family)
      continue
    }
    signal?.throwIfAborted()
    const text = await read(path)
    if (text !== null) index.add(path, text, family)
  }
  const positions = new Map<string, (offset: number) => Position>()
  const contexts = await linkFiles(asking, lists, {
    index,
    open: async path => {
      const text = await read(path)
      const file = text === null ? null : await engine.parse(path, text)
      if (file !== null) positions.set(path, file.positionOf)
      return file
    },
    mentions: async (path, word) => (await read(path))?.includes(word) ?? false,
    check: () => signal?.throwIfAborted(),
  })
  const positionIn = (path: string, offset: number): Position =>
    positions.get(path)?.(offset) ?? { line: 1, column: 1 }
  return {
    paths: [...contexts.keys()],
    of: path => {
      const context = contexts.get(path)
      return context === undefined ? {} : { context, positionIn }
    },
  }
}

/** Texts kept while files are linked. */
const MAX_TEXTS = 100

/** Returns a reader of texts that remembers the last hundred; null for what cannot be scanned. */
function createTextReader(root: string): (path: string) => Promise<string | null> {
  const known = new Map<string, string | null>()
  return async path => {
    const before = known.get(path)
    if (before !== undefined) return before
    const reading = await readSource(root, path)
    const text = reading.kind === 'text' ? reading.text : null
    const [oldest] = known.keys()
    if (known.size >= MAX_TEXTS && oldest !== undefined) known.delete(oldest)
    known.set(path, text)
    return text
  }
}

/** Returns the findings of linked files, made again with what the other files say. */
export async function scanAgain(
  engine: ScanEngine,
  root: string,
  linked: LinkedProject,
  weaknesses: readonly string[] | undefined,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const renewed = new Map<string, readonly Finding[]>()
  for (const path of linked.paths) {
    signal?.throwIfAborted()
    const reading = await readSource(root, path)
    if (reading.kind !== 'text') continue
    const scanned = await engine.scan(path, reading.text, { weaknesses, ...linked.of(path) })
    renewed.set(
      path,
      scanned.findings.map(({ finding }) => finding),
    )
  }
  return renewed
}
