import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { Shape } from '../shape.js'

/** One name that a pattern binds, and the part of the value it takes (`{ a: [b] }` binds `b` to `a`, `0`). */
export type PatternPart = { readonly node: SyntaxNode; readonly key: string }

/** How a definition's left side is built. */
export type Pattern =
  | { readonly is: 'name' }
  | { readonly is: 'parts'; readonly parts: readonly PatternPart[] }
  /** A pattern with a default, a type or a wrapper around it. */
  | { readonly is: 'wrapped'; readonly inner: SyntaxNode; readonly fallback: SyntaxNode | null }
  /** A member, index or something else that is read like an expression. */
  | { readonly is: 'place' }

/** `element`: the name takes each element of the value; `key`: each key. */
export type DefinitionWay = 'assign' | 'augment' | 'element' | 'key' | 'import' | 'unknown'

/** A definition as the grammar shows it. */
export type RawDefinition = {
  readonly target: SyntaxNode
  readonly value: SyntaxNode | null
  readonly way: DefinitionWay
  /** Which scope the name belongs to: the nearest block, the nearest function, or the nearest that already knows it. */
  readonly scope: 'block' | 'function' | 'known'
  /** Of an import: where from, and the name there (`*` for the whole module, `default`). */
  readonly module?: string
  readonly imported?: string
}

export type ParameterParts = {
  readonly node: SyntaxNode
  readonly target: SyntaxNode
  /** Text of decorators, annotations and type, for the source lists. */
  readonly decoration: string
  readonly type: string
  readonly fallback: SyntaxNode | null
  readonly isRest: boolean
}

export type FunctionParts = {
  /** Own name, empty when it has none (it may still be assigned to one). */
  readonly name: string
  readonly parameters: readonly ParameterParts[]
  readonly body: SyntaxNode | null
  /** Usable before its place in the text, so its closure sees every definition. */
  readonly isHoisted: boolean
  /** The body is the returned expression. */
  readonly returnsBody: boolean
}

/** Everything the taint layer knows of a language. Kinds are those of its tree-sitter grammar. */
export type LanguageModel = {
  readonly shapeOf: (node: SyntaxNode, text: string) => Shape
  readonly functionKinds: Readonly<Record<string, (node: SyntaxNode, text: string) => FunctionParts>>
  readonly classKinds: readonly string[]
  readonly definitionKinds: Readonly<
    Record<string, (node: SyntaxNode, text: string) => readonly RawDefinition[]>
  >
  /** Statements that say their names belong to an outer scope (`global x`). */
  readonly outerNameKinds: readonly string[]
  readonly patternOf: (node: SyntaxNode, text: string) => Pattern
  /** Kinds (besides functions and the file) that open a scope for block-scoped names. */
  readonly blockScopes: readonly string[]
  /** Kinds whose names are seen only directly inside, not in functions below (Python's class bodies). */
  readonly closedScopes: readonly string[]
  /** Name of the receiver inside methods. */
  readonly selfNames: readonly string[]
  /** A whole module imported as `request` is a client for sending them, not what a server gets. */
  readonly hasClientImports: boolean
  /** Whether other files see every top name, or only what is exported. */
  readonly isEveryNameExported: boolean
  /** The last expression of a function is what it returns. */
  readonly returnsLast: boolean
  /** Start of the names that belong to the object, whatever function they stand in (Ruby's `@`); empty: there are none. */
  readonly fieldPrefix: string
  readonly control: ControlKinds
  /** `property` → nothing of the object's text (`length`). */
  readonly neutralProperties: readonly string[]
}

export type ControlKinds = {
  /** Statement with a condition and arms. */
  readonly ifKinds: readonly string[]
  /** Those whose first arm runs when the condition is false. */
  readonly negatedKinds: readonly string[]
  /** Fields of an `if` (and conditional expression) that hold arms; only one of them runs. */
  readonly armFields: readonly string[]
  /** Wrappers around an arm (`else_clause`): transparent. */
  readonly armWrappers: readonly string[]
  readonly loopKinds: readonly string[]
  /** Fields of a loop that may never run. */
  readonly loopFields: readonly string[]
  /** Kinds that may not run at all although their parent does (a case, a handler). */
  readonly maybeKinds: readonly string[]
  readonly switchKinds: readonly string[]
  readonly caseKinds: readonly string[]
  readonly handlerKinds: readonly string[]
  readonly tryKinds: readonly string[]
  readonly blockKinds: readonly string[]
  /** Statements that leave the place: return, throw, continue, break. */
  readonly leaveKinds: readonly string[]
  readonly returnKinds: readonly string[]
  readonly assertKinds: readonly string[]
  readonly expressionStatements: readonly string[]
  /** Calls that never return, by callee text. */
  readonly leaveCalls: RegExp
}
