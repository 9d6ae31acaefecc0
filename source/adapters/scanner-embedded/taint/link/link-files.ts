import type { ParsedFile } from '../../tree/parsed-file.js'
import { createFlow, type LinkedFlow } from '../flow.js'
import type {
  FlowContext,
  FlowLinks,
  ImportedFunction,
  ImportedReturn,
  InboundFlow,
  OpenParameter,
  TaintedFlow,
} from '../flow-types.js'
import type { FlowLists } from '../lists/compiled-lists.js'
import { queryKey } from '../search/other-files.js'
import type { HandedOn } from './exported.js'
import type { ImportedCall } from './imported-calls.js'
import type { Lookups, Tracked } from './lookups.js'
import type { ResolvedImport } from './resolve-module.js'

/** The project as linking sees it. */
export type LinkProject = {
  readonly lookups: Lookups
  /** Whether the text of a file holds a word. */
  readonly mentions: (path: string, word: string) => boolean
  /** Parses a file, or gives null when it cannot be read. */
  readonly open: (path: string) => Promise<ParsedFile | null>
  /** Throws when the work was cancelled. */
  readonly check: () => void
}

/** Functions that a flow may lead through on its way between files. */
const MAX_DEPTH = 3
/** Questions put to other files for one parameter, those on the way counted. */
const MAX_QUESTIONS = 500
/** Files kept parsed at a time. */
const MAX_OPEN = 48

/** Files that hand on one function, looked at as ways to it. */
const MAX_ENTRANCES = 8

/** A file through which a function can be had, and the names it has there. */
type Entrance = Pick<OpenParameter, 'exports'> & { readonly path: string }

type OpenedFile = { readonly file: ParsedFile; readonly flow: LinkedFlow }

/** What other files say about one file, and the questions to the project that it was made from. */
export type LinkFile = (path: string, links: FlowLinks) => Promise<Tracked<FlowContext | null>>

/** The strongest flow into a parameter, and how many questions were put for it. */
type Inbound = { readonly flow: TaintedFlow | null; readonly questions: number }

/**
 * Returns a function that gives what the other files say about a file: input that reaches its parameters from elsewhere,
 * and what imported functions give back; null when they say nothing. What it says does not depend on which files were
 * asked about before. One call at a time.
 */
export function createLinker(lists: FlowLists, project: LinkProject): LinkFile {
  const { lookups } = project
  const opened = new Map<string, OpenedFile | null>()

  const openFile = async (path: string): Promise<OpenedFile | null> => {
    lookups.noteContent(path)
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

  /** What an import means in the end: files that only hand on are looked through. */
  const resolveThrough = async (
    from: string,
    module: string,
    members: readonly string[],
    depth = 0,
  ): Promise<readonly ResolvedImport[]> => {
    const ends: ResolvedImport[] = []
    for (const found of lookups.resolve(from, module, members)) {
      const ways = depth < MAX_DEPTH ? ((await openFile(found.path))?.flow.handedOn(found.members) ?? []) : []
      if (ways.length === 0) ends.push(found)
      for (const way of ways)
        ends.push(...(await resolveThrough(found.path, way.module, way.members, depth + 1)))
    }
    return ends
  }

  /** Where a function can be had: its own file, and those that import it only to hand it on. */
  const entrancesOf = async (
    path: string,
    exports: OpenParameter['exports'],
  ): Promise<readonly Entrance[]> => {
    const entrances: Entrance[] = [{ path, exports }]
    for (const entrance of entrances) {
      for (const importer of lookups.importersOf(entrance.path)) {
        project.check()
        if (entrances.length > MAX_ENTRANCES || entrances.some(one => one.path === importer)) continue
        lookups.noteContent(importer)
        const flow = mayHandOn(project, importer) ? (await openFile(importer))?.flow : undefined
        if (flow === undefined) continue
        const isHad = ({ module, members }: HandedOn) =>
          lookups
            .resolve(importer, module, members)
            .some(
              found =>
                found.path === entrance.path && entrance.exports.some(way => isSame(way, found.members)),
            )
        const names = [...entrance.exports, ...flow.handedOnNames().map(name => [name])]
        const had = names.filter(members => flow.handedOn(members).some(isHad))
        if (had.length > 0) entrances.push({ path: importer, exports: had })
      }
    }
    return entrances
  }

  /** A file that nowhere has the function's name cannot call it, except when it is the module itself. */
  const mightCall = (importer: string, { exports }: Entrance): boolean => {
    lookups.noteContent(importer)
    return exports.some(way => {
      const name = way.at(-1)
      return name === undefined || project.mentions(importer, name)
    })
  }

  const isCallOf =
    (importer: string, { path, exports }: Entrance) =>
    (call: ImportedCall) =>
      exports.some(members => isSuffix(members, call.members)) &&
      lookups
        .resolve(importer, call.module, call.members)
        .some(found => found.path === path && exports.some(members => isSame(members, found.members)))

  const importsOf = async (path: string, { exports }: OpenParameter) =>
    (await entrancesOf(path, exports)).flatMap(by =>
      lookups.importersOf(by.path).map(importer => ({ importer, by })),
    )

  /** The strongest flow from any importer into a parameter, through up to three functions. */
  const findInbound = async (path: string, one: OpenParameter, depth: number): Promise<Inbound> => {
    const further: { readonly from: OpenedFile; readonly open: OpenParameter; readonly by: Entrance }[] = []
    let best: TaintedFlow | null = null
    let questions = 0
    for (const { importer, by } of await importsOf(path, one)) {
      project.check()
      const from = importer !== path && mightCall(importer, by) ? await openFile(importer) : null
      if (from === null) continue
      questions++
      const answer = from.flow.intoImported(isCallOf(importer, by), { ...one, exports: by.exports })
      if (answer.flow !== null && (best === null || !answer.flow.weakened))
        best = place(answer.flow, from.file)
      if (best !== null && !best.weakened) break
      further.push(...answer.open.map(open => ({ from, open, by })))
    }
    if (best !== null || depth >= MAX_DEPTH) return { flow: best, questions }
    for (const { from, open, by } of further) {
      if (questions > MAX_QUESTIONS) break
      const into = await inboundOf(from.file.path, open, depth + 1)
      questions += into.questions + 1
      if (into.flow === null) continue
      const context = { inbound: [toInbound(open, into.flow)], returns: [] }
      const flow = createFlow(from.file, lists, context)
      const answer = flow?.intoImported(isCallOf(from.file.path, by), { ...one, exports: by.exports })
      if (answer?.flow) best = place(answer.flow, from.file)
      if (best !== null && !best.weakened) break
    }
    return { flow: best, questions }
  }

  const inboundOf = async (path: string, one: OpenParameter, depth: number): Promise<Inbound> => {
    const parameter = `${JSON.stringify(one.exports)} ${one.index} ${one.path.join('.')} ${queryKey(one.query)}`
    const { value } = await lookups.tracked(`${depth} ${path} ${parameter}`, () =>
      findInbound(path, one, depth),
    )
    return value
  }

  const returnOf = async (path: string, imported: ImportedFunction): Promise<ImportedReturn | null> => {
    for (const { path: target, members } of await resolveThrough(path, imported.module, imported.members)) {
      const from = await openFile(target)
      const summary = from?.flow.returnOf(members, imported.query) ?? null
      if (from === null || summary === null) continue
      const source = summary.source === null ? null : place(summary.source, from.file)
      return { imported, ...summary, source }
    }
    return null
  }

  return (path, { open, asked }) =>
    lookups.tracked(`context ${path}`, async () => {
      const inbound: InboundFlow[] = []
      for (const one of open) {
        project.check()
        const { flow } = await inboundOf(path, one, 0)
        if (flow !== null) inbound.push(toInbound(one, flow))
      }
      const returns: ImportedReturn[] = []
      for (const one of asked) {
        project.check()
        const found = await returnOf(path, one)
        if (found !== null) returns.push(found)
      }
      return inbound.length > 0 || returns.length > 0 ? { inbound, returns } : null
    })
}

/** Whether the text of a file looks as if it handed on what it imports. */
function mayHandOn({ mentions }: LinkProject, path: string): boolean {
  return (
    /(^|\/)__init__\.py$/.test(path) ||
    mentions(path, 'export {') ||
    mentions(path, 'export *') ||
    mentions(path, 'exports')
  )
}

function toInbound(one: OpenParameter, flow: TaintedFlow): InboundFlow {
  const [exports = []] = one.exports
  return { exports, index: one.index, path: one.path, query: one.query, flow }
}

/** Notes where the steps of a file stand, while its text is at hand. */
function place(flow: TaintedFlow, { path, positionOf }: ParsedFile): TaintedFlow {
  const trace = flow.trace.map(step =>
    step.path === path && step.at === undefined ? { ...step, at: positionOf(step.start) } : step,
  )
  return { ...flow, trace }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at])
}

/** Resolving may take `default` or a module's name off the front, never the end. */
function isSuffix(end: readonly string[], whole: readonly string[]): boolean {
  return end.length <= whole.length && end.every((key, at) => key === whole[whole.length - end.length + at])
}
