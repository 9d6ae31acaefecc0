import type { Finding } from '../../../core/finding/finding.js'
import type { ScanRequest } from '../../../ports/scanner.js'
import type { FlowLinks } from '../taint/flow-types.js'
import type { ImportIndex } from '../taint/link/import-index.js'
import { linkFiles } from '../taint/link/link-files.js'
import type { FlowLists } from '../taint/lists/compiled-lists.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import type { Position } from '../tree/line-index.js'
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
  readonly index: ImportIndex
  /** What the scanned files ask of others. */
  readonly links: ReadonlyMap<string, FlowLinks>
  /** All files of the project, scanned now or not. */
  readonly project: readonly string[]
}

/** Notes what a file imports. */
export function addToIndex(index: ImportIndex, path: string, text: string): void {
  const language = languageOfPath(path)
  if (language !== null) index.add(path, text, LANGUAGE_TABLE[language].family)
}

/** Returns what the files of the project say about each other. Files that were not scanned are read for it. */
export async function linkProject(
  engine: ScanEngine,
  lists: FlowLists,
  request: Pick<ScanRequest, 'root' | 'signal'>,
  material: LinkMaterial,
): Promise<LinkedProject> {
  const { index, links, project } = material
  const asking = [...links].filter(([, { open, asked }]) => open.length > 0 || asked.length > 0)
  if (asking.length === 0) return NOTHING_LINKED
  const read = async (path: string): Promise<string | null> => {
    const reading = await readSource(request.root, path)
    return reading.kind === 'text' ? reading.text : null
  }
  for (const path of project) {
    if (index.has(path)) continue
    request.signal?.throwIfAborted()
    const text = await read(path)
    if (text !== null) addToIndex(index, path, text)
  }
  const positions = new Map<string, (offset: number) => Position>()
  const contexts = await linkFiles(new Map(asking), lists, {
    index,
    open: async path => {
      const text = await read(path)
      const file = text === null ? null : await engine.parse(path, text)
      if (file !== null) positions.set(path, file.positionOf)
      return file
    },
    check: () => request.signal?.throwIfAborted(),
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

/** Returns the findings with those of linked files made again, in the order of the files. */
export async function scanAgain(
  engine: ScanEngine,
  request: ScanRequest,
  linked: LinkedProject,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const renewed = new Map<string, readonly Finding[]>()
  for (const path of linked.paths) {
    request.signal?.throwIfAborted()
    const reading = await readSource(request.root, path)
    if (reading.kind !== 'text') continue
    const options = { weaknesses: request.weaknesses, ...linked.of(path) }
    const scanned = await engine.scan(path, reading.text, options)
    renewed.set(
      path,
      scanned.findings.map(({ finding }) => finding),
    )
  }
  if (renewed.size === 0) return findings
  const kept = findings.filter(finding => !renewed.has(finding.path))
  return [...kept, ...[...renewed.values()].flat()].sort(inFileOrder)
}

function inFileOrder(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.startOffset - b.startOffset
}
