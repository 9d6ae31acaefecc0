import type { Finding } from '../../../core/finding/finding.js'
import type { Hash } from '../../../ports/system.js'
import type { OpenedEngine } from '../open-engine.js'
import type { FlowContext, FlowLinks } from '../taint/flow-types.js'
import { createImportIndex, type ImportTargets } from '../taint/link/import-index.js'
import type { LinkFile } from '../taint/link/link-files.js'
import { createLookups, type Lookup } from '../taint/link/lookups.js'
import { importsIn } from '../taint/link/resolve-module.js'
import { LANGUAGE_TABLE, languageOfPath } from '../tree/language.js'
import { emptyOutcome, type FileOutcome } from './file-outcome.js'
import { createProjectTexts, type FileFacts, gatherFacts, type KnownFacts } from './project-facts.js'
import { readAliases } from './read-aliases.js'

/** What is remembered of a file that asked something of others. */
export type LinkRecord = {
  /** The questions that the answer was made from, with their answers then. */
  readonly lookups: readonly Lookup[]
  /** Digest of the files and aliases there were then: what an import means depends on nothing else. */
  readonly fileSet: string
  /** What the other files said; null when nothing. */
  readonly context: FlowContext | null
  /** The findings of the file with that; null when nothing was said, so that those of the file alone hold. */
  readonly renewed: readonly Finding[] | null
}

/** What is known of flows between the files of a project. */
export type LinkedProject = {
  /** What the others say about a file; undefined when nothing. */
  readonly contextOf: (path: string) => FlowContext | undefined
  /** Path → the findings that take the place of those that the file alone gave. */
  readonly renewed: ReadonlyMap<string, readonly Finding[]>
  /** To be remembered, of every file that asked. */
  readonly records: ReadonlyMap<string, LinkRecord>
  /** What the imports of a file mean; null when nobody asked. */
  readonly targetsOf: (path: string) => ImportTargets | null
}

/** Every file stands for itself. */
export const NOTHING_LINKED: LinkedProject = {
  contextOf: () => undefined,
  renewed: new Map(),
  records: new Map(),
  targetsOf: () => null,
}

/** What earlier scans know. */
export type LinkMemory = {
  /** Returns what is known of a file whose content is as it was. */
  readonly recordOf: (path: string) => LinkRecord | null
  readonly factsOf: KnownFacts
}

export type LinkMaterial = {
  /** Absolute, real path. */
  readonly root: string
  /** What the examined files import, and ask of others. */
  readonly outcomes: ReadonlyMap<string, FileOutcome>
  /** All files that flows may lead through, examined now or not. */
  readonly project: readonly string[]
  readonly memory: LinkMemory
  readonly hash: Hash
  readonly open: () => Promise<OpenedEngine>
  readonly weaknesses: readonly string[] | undefined
  readonly signal: AbortSignal | undefined
}

/** Returns whether an examined file asks anything of others. */
export function asksOthers(outcomes: ReadonlyMap<string, FileOutcome>): boolean {
  for (const { links } of outcomes.values()) if (links !== null) return true
  return false
}

/**
 * Returns what the files of the project say about each other, with the findings that follow from it. Where all that an
 * earlier answer was made from is as it was, the answer is taken as it is; so a change costs what depends on it.
 */
export async function linkProject(material: LinkMaterial): Promise<LinkedProject> {
  const { outcomes, memory, hash } = material
  const texts = createProjectTexts(material.root)
  const facts = gatherFacts(material, texts)
  const aliases = readAliases(material.root, material.project)
  const fileSet = hash(JSON.stringify([[...facts.keys()], aliases])).slice(0, 16)
  const index = createImportIndex(facts, fileSet, aliases)
  const lookups = createLookups({ index, contentOf: contentIn(facts), hash })
  const link = lazyLinker(material, lookups, texts)
  const records = new Map<string, LinkRecord>()
  for (const [path, { links }] of outcomes) {
    if (links === null) continue
    const before = memory.recordOf(path)
    if (
      before !== null &&
      before.fileSet === fileSet &&
      lookups.stillHold(withoutResolving(before.lookups))
    ) {
      records.set(path, before)
      continue
    }
    if (before !== null && lookups.stillHold(before.lookups)) {
      records.set(path, { ...before, fileSet })
      continue
    }
    material.signal?.throwIfAborted()
    const linked = await link(path, links)
    const context = linked.value
    const isSameContext = before !== null && JSON.stringify(before.context) === JSON.stringify(context)
    const renewed =
      context === null
        ? null
        : isSameContext
          ? before.renewed
          : await scanAgain(material, texts.textOf(path), path, context)
    records.set(path, { lookups: linked.lookups, fileSet, context, renewed })
  }
  return {
    contextOf: path => records.get(path)?.context ?? undefined,
    renewed: new Map(
      [...records].flatMap(([path, { renewed }]) => (renewed === null ? [] : [[path, renewed]])),
    ),
    records,
    targetsOf: path => (index.has(path) ? { fileSet, paths: index.targetsOf(path) } : null),
  }
}

/**
 * Returns what the other files say about a text that stands for a file, when it asks for functions that the file on disk
 * did not ask for (a fix that calls the project's own helper); null when what is known of the file will do.
 */
export async function contextOfText(
  material: LinkMaterial,
  path: string,
  text: string,
  links: FlowLinks | null,
  listProject: () => Promise<readonly string[]>,
): Promise<FlowContext | null> {
  const known = material.outcomes.get(path)
  const before = new Set(known?.links?.asked.map(askedKey))
  const language = languageOfPath(path)
  if (links === null || language === null || links.asked.every(one => before.has(askedKey(one)))) return null
  const imports = importsIn(text, LANGUAGE_TABLE[language].family)
  const outcome: FileOutcome = { ...(known ?? emptyOutcome(path, true)), links, imports }
  const memory: LinkMemory = { ...material.memory, recordOf: () => null }
  // The helper may be a file that was made after the last scan.
  const project = [...new Set([...material.project, ...(await listProject())])]
  const linked = await linkProject({ ...material, project, outcomes: new Map([[path, outcome]]), memory })
  return linked.contextOf(path) ?? { inbound: [], returns: [] }
}

function askedKey({ module, members }: FlowLinks['asked'][number]): string {
  return `${module} ${members.join('.')}`
}

function contentIn(facts: ReadonlyMap<string, FileFacts>): (path: string) => string {
  return path => facts.get(path)?.hash ?? ''
}

/** What an import means changes only with the set of files. */
function withoutResolving(lookups: readonly Lookup[]): readonly Lookup[] {
  return lookups.filter(([kind]) => kind !== 'resolve')
}

/** The engine is opened for the first file that has to be asked. */
function lazyLinker(
  { open, signal }: LinkMaterial,
  lookups: ReturnType<typeof createLookups>,
  texts: ReturnType<typeof createProjectTexts>,
): LinkFile {
  let linker: LinkFile | null = null
  return async (path, links) => {
    if (linker === null) {
      const { engine, createLinker } = await open()
      linker = createLinker({
        lookups,
        open: async one => {
          const text = texts.textOf(one)
          return text === null ? null : engine.parse(one, text)
        },
        mentions: (one, word) => texts.textOf(one)?.includes(word) ?? false,
        check: () => signal?.throwIfAborted(),
      })
    }
    return linker(path, links)
  }
}

/** Returns the findings of a file, made again with what the other files say; null when it cannot be read any more. */
async function scanAgain(
  { open, weaknesses }: LinkMaterial,
  text: string | null,
  path: string,
  context: FlowContext,
): Promise<readonly Finding[] | null> {
  if (text === null) return null
  const { engine } = await open()
  const { findings } = await engine.scan(path, text, { weaknesses, context })
  return findings.map(({ finding }) => finding)
}
