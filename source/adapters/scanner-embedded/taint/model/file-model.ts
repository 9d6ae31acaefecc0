import type { ParsedFile } from '../../tree/parsed-file.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { HandledRoute } from '../handled-route.js'
import type { DefinitionWay, FunctionParts, LanguageModel } from '../languages/language-model.js'
import type { Shape } from '../shape.js'

/** A name in one scope. */
export type Variable = {
  readonly name: string
  readonly scope: SyntaxNode
  /** Ordered by the place from which they count. */
  readonly definitions: Definition[]
}

/** One place where a variable gets a value, or where something is put into it. */
export type Definition = {
  readonly id: number
  readonly target: SyntaxNode
  /** Null when the value cannot be followed (an import, a caught error). */
  readonly value: SyntaxNode | null
  /** The part of the value that is taken: `const { a: [b] } = v` takes `a`, `0`. */
  readonly path: readonly string[]
  /** Members written to; empty when the whole variable is set. */
  readonly writes: readonly string[]
  readonly way: DefinitionWay | 'parameter' | 'mutate'
  readonly anchor: SyntaxNode
  /** Offset from which the definition counts. */
  readonly effect: number
  readonly fallback: SyntaxNode | null
  readonly parameter: { readonly owner: FunctionInfo; readonly index: number } | null
  readonly origin: { readonly module: string; readonly imported: string } | null
}

export type FunctionInfo = {
  readonly node: SyntaxNode
  /** Own name, or that of what it is assigned to; empty when there is none. */
  readonly name: string
  readonly parts: FunctionParts
}

/** What is known of one file: functions, variables, definitions, and the shapes of its nodes. */
export type FileModel = {
  readonly file: ParsedFile
  readonly language: LanguageModel
  readonly functions: ReadonlyMap<number, FunctionInfo>
  /** Routes that an OpenAPI document gives to functions of the file. */
  readonly routes: readonly HandledRoute[]
  readonly shape: (node: SyntaxNode) => Shape
  /** The variable that a name at this node means, or null for a global. */
  readonly variableAt: (node: SyntaxNode, name: string) => Variable | null
  /** The variables at the top of the file. */
  readonly topVariables: () => readonly Variable[]
  /** The nearest function around (not at) the node, or null at the top of the file. */
  readonly functionAround: (node: SyntaxNode) => FunctionInfo | null
  readonly text: (node: SyntaxNode) => string
  readonly memo: Memo
}

/** Answers worked out before, by node id. */
export type Memo = {
  readonly calledFunction: Map<number, FunctionInfo | null>
  readonly callSites: Map<number, readonly SyntaxNode[]>
  readonly classMembers: Map<number, ReadonlyMap<string, SyntaxNode>>
  /** By use, then by the path read. */
  readonly reaching: Map<number, Map<string, Reaching>>
}

/** What a use of a variable can see. `isCovered` says that every way to the use passes one of the definitions. */
export type Reaching = { readonly definitions: readonly Definition[]; readonly isCovered: boolean }

/** A name with the members read from it: `a.b[0]` is `a` with `b`, `0`. An index that is no literal is `*`. */
export type Place = { readonly root: SyntaxNode; readonly name: string; readonly path: readonly string[] }

/** Returns the name and path that a member chain starts with, or null when it starts with something else. */
export function placeOf(model: FileModel, node: SyntaxNode): Place | null {
  const path: string[] = []
  let at = node
  for (let steps = 0; steps < 40; steps++) {
    const shape = model.shape(at)
    if (shape.is === 'name') return { root: at, name: shape.name, path: path.reverse() }
    if (shape.is === 'member') {
      path.push(shape.property)
      at = shape.object
    } else if (shape.is === 'index') {
      path.push(indexKey(model, shape.index))
      at = shape.object
    } else if (shape.is === 'same') {
      at = shape.inner
    } else return null
  }
  return null
}

/** Returns the key an index stands for: its text when it is a literal, else `*`. */
export function indexKey(model: FileModel, index: SyntaxNode | null): string {
  if (index === null) return '*'
  const shape = model.shape(index)
  if (shape.is !== 'literal') return '*'
  return shape.text ?? model.text(index)
}
