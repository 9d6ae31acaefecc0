import type { ParsedFile } from '../../tree/parsed-file.js'
import { createFlow, type LinkedFlow } from '../flow.js'
import type {
  FlowContext,
  FlowLinks,
  ImportedFunction,
  ImportedReturn,
  InboundFlow,
  OpenParameter,
} from '../flow-types.js'
import type { FlowLists } from '../lists/compiled-lists.js'
import { queryKey } from '../search/other-files.js'
import type { ImportIndex } from './import-index.js'
import type { ImportedCall } from './imported-calls.js'
import { resolveImport } from './resolve-module.js'

/** The project as linking sees it. */
export type LinkProject = {
  readonly index: Pick<ImportIndex, 'has' | 'importersOf'>
  /** Whether the text of a file holds a word. */
  readonly mentions: (path: string, word: string) => Promise<boolean>
  /** Parses a file, or gives null when it cannot be read. */
  readonly open: (path: string) => Promise<ParsedFile | null>
  /** Throws when the work was cancelled. */
  readonly check: () => void
}

/** Functions that a flow may lead through on its way between files. */
const MAX_DEPTH = 3
/** Importers looked at for one function. */
const MAX_IMPORTERS = 60
/** Files kept parsed at a time. */
const MAX_OPEN = 48

type OpenedFile = { readonly file: ParsedFile; readonly flow: LinkedFlow }

/**
 * Returns what the files say about each other: for each file with something to say, input that reaches its parameters
 * from elsewhere, and what imported functions give back. Files are scanned again with that.
 */
export async function linkFiles(
  links: ReadonlyMap<string, FlowLinks>,
  lists: FlowLists,
  project: LinkProject,
): Promise<ReadonlyMap<string, FlowContext>> {
  const linker = createLinker(lists, project)
  const contexts = new Map<string, FlowContext>()
  for (const [path, { open, asked }] of links) {
    const inbound: InboundFlow[] = []
    for (const one of open) {
      project.check()
      const found = await linker.inboundOf(path, one, 0)
      if (found !== null) inbound.push(found)
    }
    const returns: ImportedReturn[] = []
    for (const one of asked) {
      project.check()
      const found = await linker.returnOf(path, one)
      if (found !== null) returns.push(found)
    }
    if (inbound.length > 0 || returns.length > 0) contexts.set(path, { inbound, returns })
  }
  return contexts
}

function createLinker(lists: FlowLists, project: LinkProject) {
  const opened = new Map<string, OpenedFile | null>()
  const inbounds = new Map<string, InboundFlow | null>()

  const openFile = async (path: string): Promise<OpenedFile | null> => {
    const before = opened.get(path)
    if (before !== undefined) return before
    const file = await project.open(path)
    const flow = file === null ? null : createFlow(file, lists)
    const made = file === null || flow === null ? null : { file, flow }
    const [oldest] = opened.keys()
    if (opened.size >= MAX_OPEN && oldest !== undefined) opened.delete(oldest)
    opened.set(path, made)
    return made
  }

  /** A file that nowhere has the function's name cannot call it, except when it is the module itself. */
  const mightCall = async (importer: string, one: OpenParameter): Promise<boolean> => {
    for (const way of one.exports) {
      const name = way.at(-1)
      if (name === undefined || (await project.mentions(importer, name))) return true
    }
    return false
  }

  const resolve = (from: ParsedFile, module: string, members: readonly string[]) =>
    resolveImport(from.path, module, members, lists.familyOf(from), project.index.has)

  const isCallOf = (importer: ParsedFile, path: string, one: OpenParameter) => (call: ImportedCall) =>
    one.exports.some(members => isSuffix(members, call.members)) &&
    resolve(importer, call.module, call.members).some(
      found => found.path === path && one.exports.some(members => isSame(members, found.members)),
    )

  /** The strongest flow from any importer into a parameter, through up to three functions. */
  const inboundOf = async (path: string, one: OpenParameter, depth: number): Promise<InboundFlow | null> => {
    const key = `${path} ${JSON.stringify(one.exports)} ${one.index} ${one.path.join('.')} ${queryKey(one.query)}`
    const before = inbounds.get(key)
    if (before !== undefined) return before
    inbounds.set(key, null)
    const [exports = []] = one.exports
    const tell = (flow: InboundFlow['flow']): InboundFlow => ({ ...one, exports, flow })
    const further: { readonly from: OpenedFile; readonly open: OpenParameter }[] = []
    let best: InboundFlow | null = null
    for (const importer of project.index.importersOf(path).slice(0, MAX_IMPORTERS)) {
      const isCaller = importer !== path && (await mightCall(importer, one))
      const from = isCaller ? await openFile(importer) : null
      if (from === null) continue
      const answer = from.flow.intoImported(isCallOf(from.file, path, one), one)
      if (answer.flow !== null && (best === null || !answer.flow.weakened)) best = tell(answer.flow)
      if (best !== null && !best.flow.weakened) break
      further.push(...answer.open.map(open => ({ from, open })))
    }
    if (best === null && depth < MAX_DEPTH) {
      for (const { from, open } of further) {
        const into = await inboundOf(from.file.path, open, depth + 1)
        if (into === null) continue
        const flow = createFlow(from.file, lists, { inbound: [into], returns: [] })
        const answer = flow?.intoImported(isCallOf(from.file, path, one), one)
        if (answer?.flow) best = tell(answer.flow)
        if (best !== null && !best.flow.weakened) break
      }
    }
    inbounds.set(key, best)
    return best
  }

  const returnOf = async (path: string, imported: ImportedFunction): Promise<ImportedReturn | null> => {
    const from = await openFile(path)
    if (from === null) return null
    for (const { path: target, members } of resolve(from.file, imported.module, imported.members)) {
      const summary = (await openFile(target))?.flow.returnOf(members, imported.query) ?? null
      if (summary !== null) return { imported, ...summary }
    }
    return null
  }

  return { inboundOf, returnOf }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, place) => key === b[place])
}

/** Resolving may take `default` or a module's name off the front, never the end. */
function isSuffix(end: readonly string[], whole: readonly string[]): boolean {
  return (
    end.length <= whole.length && end.every((key, place) => key === whole[whole.length - end.length + place])
  )
}
