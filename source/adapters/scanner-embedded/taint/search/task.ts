import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { FlowLabel } from '../labels.js'
import type { FunctionInfo } from '../model/file-model.js'

/** A step already walked, towards the sink. The search goes backwards, so the list reads forwards. */
export type Trail = {
  readonly node: SyntaxNode
  readonly label: FlowLabel
  readonly next: Trail | null
}

/** A call the search has gone into: its callee's parameters are that call's arguments. */
export type Frame = {
  readonly call: SyntaxNode
  readonly callee: FunctionInfo
  /** Where the flow was looked at from before the call. */
  readonly watch: SyntaxNode
  readonly outer: Frame | null
  readonly depth: number
}

/** "Does this part of this node hold input?" */
export type Task = {
  readonly node: SyntaxNode
  /** The members of interest, nearest first; empty for all. */
  readonly path: readonly string[]
  /** The expression that the walk down a member chain began with. */
  readonly head: SyntaxNode
  /** The place whose guards count: the sink, or the call through which the search came here. */
  readonly watch: SyntaxNode
  readonly frame: Frame | null
  readonly trail: Trail | null
  /** Whether the value was decoded on its way to the sink: what browsers and servers encoded is as it was again. */
  readonly isDecoded: boolean
  /** How many times the search went from a function to its callers. */
  readonly hops: number
}

/** How far the search goes from functions to their callers. */
export const MAX_HOPS = 3

/** Longest path kept; deeper members are treated as the whole. */
const MAX_PATH = 5

/** Returns a task for another node, all else as in `from`. */
export function follow(from: Task, node: SyntaxNode, path: readonly string[] = []): Task {
  return { ...from, node, head: node, path: path.length > MAX_PATH ? path.slice(0, MAX_PATH) : path }
}

/** Returns the task with one more step in front of its trail; a step on the same place is not repeated. */
export function withStep(task: Task, node: SyntaxNode, label: FlowLabel): Task {
  const first = task.trail
  if (first !== null && first.node.start === node.start && first.node.end === node.end) return task
  return { ...task, trail: { node, label, next: first } }
}
