import type { SyntaxNode } from '../tree/syntax-node.js'
import type { Trail } from './bindings.js'
import { NO_ROOTS, type Roots } from './roots.js'

/** A compiled rule object. A test that fails leaves the trail as it was. */
export type Clause = {
  readonly test: (node: SyntaxNode, trail: Trail) => boolean
  readonly roots: Roots
  /** Metavariables it can bind, `$$$` in front of those that stand for a run. */
  readonly names: readonly string[]
  /** Whether no part of it reads or binds a metavariable, so that it says the same of a node whenever it is asked. */
  readonly isFree: boolean
}

/** What matches everywhere: a `not` whose body can match nothing in this grammar. */
export const always: Clause = { test: () => true, roots: null, names: [], isFree: true }

/** What matches nowhere: a kind or field that the grammar does not have, or a faulty part. */
export const never: Clause = { test: () => false, roots: NO_ROOTS, names: [], isFree: true }
