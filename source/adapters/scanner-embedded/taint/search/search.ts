import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FlowContext, FlowQuery, ImportedFunction, TaintedFlow } from '../flow-types.js'
import { createGuards, type Guards } from '../guards/guards.js'
import type { FlowLabel } from '../labels.js'
import type { FlowLists } from '../lists/compiled-lists.js'
import type { FileModel, FunctionInfo } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import { expandTask } from './expand.js'
import { createListReader, type ListReader } from './list-reader.js'
import { MAX_HOPS, type Task, type Trail } from './task.js'

/** Where a flow begins: at a source, or at a parameter that only other files can fill. */
export type Origin =
  | { readonly is: 'source'; readonly node: SyntaxNode; readonly label: FlowLabel }
  /** A source in another file, with the way from there. */
  | { readonly is: 'elsewhere'; readonly flow: TaintedFlow }
  | {
      readonly is: 'parameter'
      readonly owner: FunctionInfo
      readonly index: number
      readonly path: readonly string[]
    }

export type FoundFlow = { readonly origin: Origin; readonly trail: Trail | null }

/** What the steps of one search share. */
export type Search = {
  readonly model: FileModel
  readonly lists: ListReader
  readonly query: FlowQuery
  /** False on the second round, when checks and cleaners that may not be enough let flows pass. */
  readonly isStrict: boolean
  readonly guards: Guards
  readonly context: SearchContext
  readonly push: (task: Task) => void
  readonly hit: (origin: Origin, task: Task) => void
}

/** What the file knows of other files, and what it would like to know. */
export type SearchContext = {
  readonly known: FlowContext
  /** Notes that the answer depends on a function of another file. */
  readonly ask: (imported: ImportedFunction) => void
}

export type SearchOptions = {
  readonly isStrict: boolean
  /** Go on to the end, for every parameter that other files could fill. */
  readonly wantsParameters: boolean
  /** Whether a parameter is followed to the calls of this file. */
  readonly followsCallers: boolean
  readonly fuel: Fuel
  readonly context: SearchContext
}

/** What all searches for one query share: its lists, and what is known to hold where. */
export type Question = {
  readonly query: FlowQuery
  readonly lists: ListReader
  readonly guards: Guards
}

/** Returns the question that a query asks of a file. */
export function createQuestion(model: FileModel, allLists: FlowLists, query: FlowQuery): Question {
  const lists = createListReader(model, allLists, query)
  return { query, lists, guards: createGuards(model, lists) }
}

/** Work one question may take, in tasks. */
const MAX_TASKS = 1500

/** Shapes that no value comes out of; nothing is looked up for them. */
const HOLDS_NOTHING: ReadonlySet<Shape['is']> = new Set([
  'literal',
  'function',
  'neutral',
  'operation',
  'not',
  'typeof',
])

/** Work left for a file, in tasks; shared by all its questions. */
export type Fuel = { left: number }

/** The outcome of one search; `isComplete` is false when the work ran out first. */
export type SearchResult = {
  readonly source: FoundFlow | null
  readonly parameters: readonly FoundFlow[]
  readonly isComplete: boolean
}

/**
 * Follows values backwards from `node`, breadth first, so the first flow found is a shortest one.
 * Stops at the first source; parameters that other files fill are gathered on the way when asked for.
 */
export function searchOrigins(
  model: FileModel,
  asked: Question,
  node: SyntaxNode,
  options: SearchOptions,
  path: readonly string[] = [],
): SearchResult {
  const queue: Task[] = []
  const seen = new Set<string>()
  const sources: FoundFlow[] = []
  const parameters: FoundFlow[] = []
  const { query, lists, guards } = asked
  const search: Search = {
    model,
    lists,
    query,
    isStrict: options.isStrict,
    context: options.context,
    guards,
    push: task => {
      if (HOLDS_NOTHING.has(model.shape(task.node).is)) return
      const key = `${task.node.id} ${task.watch.id} ${task.frame?.call.id ?? ''} ${task.path.join('.')}${task.isDecoded ? ' d' : ''}`
      if (seen.has(key)) return
      seen.add(key)
      queue.push(task)
    },
    hit: (origin, task) => {
      const found = { origin, trail: task.trail }
      if (origin.is !== 'parameter') sources.push(found)
      else if (options.wantsParameters) parameters.push(found)
    },
  }
  search.push({
    node,
    path,
    head: node,
    watch: node,
    frame: null,
    trail: null,
    isDecoded: false,
    hops: options.followsCallers ? 0 : MAX_HOPS,
  })
  for (let done = 0; done < queue.length; done++) {
    const task = queue[done]
    if (task === undefined) break
    if (done >= MAX_TASKS || options.fuel.left-- <= 0)
      return { source: sources[0] ?? null, parameters, isComplete: false }
    expandTask(search, task)
    if (sources.length > 0) break
  }
  return { source: sources[0] ?? null, parameters, isComplete: true }
}
