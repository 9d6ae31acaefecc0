import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FlowQuery } from '../flow-types.js'
import { createGuards } from '../guards/guards.js'
import type { FlowLabel } from '../labels.js'
import type { FlowLists } from '../lists/compiled-lists.js'
import type { FileModel, FunctionInfo } from '../model/file-model.js'
import { expandTask } from './expand.js'
import { createListReader, type ListReader } from './list-reader.js'
import type { Task, Trail } from './task.js'

/** Where a flow begins: at a source, or at a parameter that only other files can fill. */
export type Origin =
  | { readonly is: 'source'; readonly node: SyntaxNode; readonly label: FlowLabel }
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
  readonly guards: ReturnType<typeof createGuards>
  readonly push: (task: Task) => void
  readonly hit: (origin: Origin, task: Task) => void
}

/** Work one question may take, in tasks. */
const MAX_TASKS = 4000

/** Work left for a file, in tasks; shared by all its questions. */
export type Fuel = { left: number }

/** The outcome of one search; `isComplete` is false when the work ran out first. */
export type SearchResult = { readonly flows: readonly FoundFlow[]; readonly isComplete: boolean }

/**
 * Follows values backwards from `node`, breadth first, so the first flow found is a shortest one.
 * Stops at the first source, or goes on to the end when `wantsParameters` asks for all origins.
 */
export function searchOrigins(
  model: FileModel,
  allLists: FlowLists,
  query: FlowQuery,
  node: SyntaxNode,
  options: { readonly isStrict: boolean; readonly wantsParameters: boolean; readonly fuel: Fuel },
  path: readonly string[] = [],
): SearchResult {
  const queue: Task[] = []
  const seen = new Set<string>()
  const flows: FoundFlow[] = []
  const lists = createListReader(model, allLists, query)
  const search: Search = {
    model,
    lists,
    query,
    isStrict: options.isStrict,
    guards: createGuards(model, lists),
    push: task => {
      const key = `${task.node.id} ${task.watch.id} ${task.frame?.call.id ?? ''} ${task.path.join('.')}`
      if (seen.has(key)) return
      seen.add(key)
      queue.push(task)
    },
    hit: (origin, task) => {
      if (origin.is === 'source' || options.wantsParameters) flows.push({ origin, trail: task.trail })
    },
  }
  search.push({ node, path, head: node, watch: node, frame: null, trail: null, hops: 0 })
  for (let done = 0; done < queue.length; done++) {
    const task = queue[done]
    if (task === undefined) break
    if (done >= MAX_TASKS || options.fuel.left-- <= 0) return { flows, isComplete: false }
    expandTask(search, task)
    if (!options.wantsParameters && flows.length > 0) break
  }
  return { flows, isComplete: true }
}
