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
import type { ImportedCall } from './imported-calls.js'
import type { Lookups, Tracked } from './lookups.js'

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

  /** A file that nowhere has the function's name cannot call it, except when it is the module itself. */
  const mightCall = (importer: string, { exports }: OpenParameter): boolean => {
    lookups.noteContent(importer)
    return exports.some(way => {
      const name = way.at(-1)
      return name === undefined || project.mentions(importer, name)
    })
  }

  const isCallOf = (importer: string, path: string, one: OpenParameter) => (call: ImportedCall) =>
    one.exports.some(members => isSuffix(members, call.members)) &&
    lookups
      .resolve(importer, call.module, call.members)
      .some(found => found.path === path && one.exports.some(members => isSame(members, found.members)))

  /** The strongest flow from any importer into a parameter, through up to three functions. */
  const findInbound = async (path: string, one: OpenParameter, depth: number): Promise<Inbound> => {
    const further: { readonly from: OpenedFile; readonly open: OpenParameter }[] = []
    let best: TaintedFlow | null = null
    let questions = 0
    for (const importer of lookups.importersOf(path)) {
      project.check()
      const from = importer !== path && mightCall(importer, one) ? await openFile(importer) : null
      if (from === null) continue
      questions++
      const answer = from.flow.intoImported(isCallOf(importer, path, one), one)
      if (answer.flow !== null && (best === null || !answer.flow.weakened))
        best = place(answer.flow, from.file)
      if (best !== null && !best.weakened) break
      further.push(...answer.open.map(open => ({ from, open })))
    }
    if (best !== null || depth >= MAX_DEPTH) return { flow: best, questions }
    for (const { from, open } of further) {
      if (questions > MAX_QUESTIONS) break
      const into = await inboundOf(from.file.path, open, depth + 1)
      questions += into.questions + 1
      if (into.flow === null) continue
      const context = { inbound: [toInbound(open, into.flow)], returns: [] }
      const flow = createFlow(from.file, lists, context)
      const answer = flow?.intoImported(isCallOf(from.file.path, path, one), one)
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
    for (const { path: target, members } of lookups.resolve(path, imported.module, imported.members)) {
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
