import type { ParsedFile } from '../../tree/parsed-file.js'
import { closestAncestor, type SyntaxNode } from '../../tree/syntax-node.js'
import type { LanguageModel, RawDefinition } from '../languages/language-model.js'
import type { Variable } from './file-model.js'

/** The scopes of a file and the names in them. */
export type Scopes = {
  readonly find: (node: SyntaxNode, name: string) => Variable | null
  /** The variable of this name in the scope that a definition at `node` belongs to; made when it is new. */
  readonly declare: (node: SyntaxNode, name: string, scope: RawDefinition['scope']) => Variable
  readonly declareIn: (scope: SyntaxNode, name: string) => Variable
  readonly all: () => Iterable<Variable>
}

/** Returns the empty scopes of a file. */
export function createScopes(file: ParsedFile, language: LanguageModel): Scopes {
  const names = new Map<number, Map<string, Variable>>()
  const variables: Variable[] = []
  const functionKinds = new Set(Object.keys(language.functionKinds))
  const closed = new Set(language.closedScopes)
  const functionScopes = new Set([...functionKinds, ...closed])
  const blockScopes = new Set([...functionScopes, ...language.blockScopes])
  const outer = outerNames(file, language, functionScopes)

  const declareIn = (scope: SyntaxNode, name: string): Variable => {
    const inScope = names.get(scope.id) ?? new Map<string, Variable>()
    names.set(scope.id, inScope)
    const known = inScope.get(name)
    if (known !== undefined) return known
    const variable: Variable = { name, scope, definitions: [] }
    inScope.set(name, variable)
    variables.push(variable)
    return variable
  }

  /** Fields live as long as the object: all methods of a class share one `this`. */
  const selfScope = (node: SyntaxNode): SyntaxNode =>
    closestAncestor(node, ancestor => language.classKinds.includes(ancestor.type)) ?? file.root

  const nearest = new Map<number, SyntaxNode>()
  /** The scope a node is or stands in. What was passed on the way is remembered: names are looked up all the time. */
  const scopeAt = (node: SyntaxNode): SyntaxNode => {
    const passed: number[] = []
    let at = node
    let found = nearest.get(at.id)
    while (found === undefined) {
      if (blockScopes.has(at.type) || at.parent === null) found = at
      else {
        passed.push(at.id)
        at = at.parent
        found = nearest.get(at.id)
      }
    }
    for (const id of passed) nearest.set(id, found)
    return found
  }

  const { fieldPrefix, selfNames } = language
  const isField = (name: string): boolean =>
    selfNames.includes(name) || (fieldPrefix !== '' && name.startsWith(fieldPrefix))

  const find = (node: SyntaxNode, name: string): Variable | null => {
    if (isField(name)) return names.get(selfScope(node).id)?.get(name) ?? null
    let leftFunction = false
    for (
      let at: SyntaxNode | null = scopeAt(node);
      at !== null;
      at = at.parent === null ? null : scopeAt(at.parent)
    ) {
      const variable = leftFunction && closed.has(at.type) ? undefined : names.get(at.id)?.get(name)
      if (variable !== undefined) return variable
      if (functionKinds.has(at.type)) leftFunction = true
    }
    return null
  }

  const declare = (node: SyntaxNode, name: string, scope: RawDefinition['scope']): Variable => {
    if (isField(name)) return declareIn(selfScope(node), name)
    if (scope === 'known') return find(node, name) ?? declareIn(file.root, name)
    // A function or class belongs to the scope around it, not to its own.
    const around = enclosing(node, scope === 'block' ? blockScopes : functionScopes)
    if (around === null) return declareIn(file.root, name)
    if (outer.get(around.id)?.has(name))
      return find(around.parent ?? around, name) ?? declareIn(file.root, name)
    return declareIn(around, name)
  }
  return { find, declare, declareIn, all: () => variables }
}

function enclosing(node: SyntaxNode, kinds: ReadonlySet<string>): SyntaxNode | null {
  // A loop head declares into the loop itself; whatever else is a scope declares into the one around it.
  let at: SyntaxNode | null =
    node.type.startsWith('for_') || node.type === 'catch_clause' ? node : node.parent
  while (at !== null && !kinds.has(at.type)) at = at.parent
  return at
}

function outerNames(
  file: ParsedFile,
  language: LanguageModel,
  functionScopes: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>()
  for (const kind of language.outerNameKinds) {
    for (const statement of file.nodesOfKind(file.grammar.kindOf(kind))) {
      const scope = enclosing(statement, functionScopes)
      if (scope === null) continue
      const set = found.get(scope.id) ?? new Set<string>()
      for (const child of statement.children) set.add(file.text.slice(child.start, child.end))
      found.set(scope.id, set)
    }
  }
  return found
}
