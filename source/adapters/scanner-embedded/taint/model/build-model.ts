import type { ParsedFile } from '../../tree/parsed-file.js'
import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { HandledRoute } from '../handled-route.js'
import type { LanguageModel, RawDefinition } from '../languages/language-model.js'
import type { MutatorList } from '../lists/compiled-lists.js'
import type { Shape } from '../shape.js'
import { bindingsOf } from './bindings.js'
import type { Definition, FileModel, FunctionInfo, Variable } from './file-model.js'
import { placeOf } from './file-model.js'
import { functionName } from './function-name.js'
import { createScopes, type Scopes } from './scopes.js'

type Draft = Omit<Definition, 'id' | 'effect'>

/** Returns the model of a file. Walks only the nodes of kinds that define something. */
export function buildModel(
  file: ParsedFile,
  language: LanguageModel,
  mutators: MutatorList,
  routes: readonly HandledRoute[],
): FileModel {
  const functions = new Map<number, FunctionInfo>()
  const shapes = new Map<number, Shape>()
  const nodesOf = (kind: string): readonly SyntaxNode[] => file.nodesOfKind(file.grammar.kindOf(kind))
  const scopes = createScopes(file, language)
  const model: FileModel = {
    file,
    language,
    functions,
    routes,
    shape: node => {
      const known = shapes.get(node.id)
      if (known !== undefined) return known
      const shape = language.shapeOf(node, file.text)
      shapes.set(node.id, shape)
      return shape
    },
    topVariables: () => [...scopes.all()].filter(variable => variable.scope === file.root),
    variableAt: (node, name) => scopes.find(node, name),
    functionAround: node => {
      for (let at = node.parent; at !== null; at = at.parent) {
        const info = functions.get(at.id)
        if (info !== undefined) return info
      }
      return null
    },
    text: node => file.text.slice(node.start, node.end),
    memo: { calledFunction: new Map(), callSites: new Map(), classMembers: new Map(), reaching: new Map() },
  }

  for (const [kind, readParts] of Object.entries(language.functionKinds)) {
    for (const node of nodesOf(kind)) {
      const parts = readParts(node, file.text)
      functions.set(node.id, { node, name: parts.name || functionName(node, file.text), parts })
    }
  }

  const add = adder(language)
  for (const info of functions.values()) addParameters(model, scopes, info, add)
  // Names that declare themselves come first: an assignment may stand before the declaration it means.
  const later: (readonly [raw: RawDefinition, anchor: SyntaxNode])[] = []
  for (const [kind, readDefinitions] of Object.entries(language.definitionKinds)) {
    for (const anchor of nodesOf(kind)) {
      for (const raw of readDefinitions(anchor, file.text)) {
        if (raw.scope === 'known') later.push([raw, anchor])
        else addRaw(model, scopes, raw, anchor, add)
      }
    }
  }
  for (const [raw, anchor] of later) addRaw(model, scopes, raw, anchor, add)
  addMutations(model, scopes, mutators, add)
  for (const variable of scopes.all())
    if (variable.definitions.length > 1)
      variable.definitions.sort((a, b) => a.effect - b.effect || a.id - b.id)
  return model
}

/** What most definitions have in common. */
const PLAIN = { path: [], writes: [], fallback: null, parameter: null, origin: null } as const

/** Returns what puts a definition into its variable, numbered and with the place from which it counts. */
function adder(language: LanguageModel): Add {
  let count = 0
  return (variable, draft) => {
    const { target, value, path, writes, way, anchor, fallback, parameter, origin } = draft
    const effect = effectOf(draft, variable, language)
    variable.definitions.push({
      id: count++,
      target,
      value,
      path,
      writes,
      way,
      anchor,
      effect,
      fallback,
      parameter,
      origin,
    })
  }
}

type Add = (variable: Variable, draft: Draft) => void

function addParameters(model: FileModel, scopes: Scopes, info: FunctionInfo, add: Add): void {
  info.parts.parameters.forEach((parameter, index) => {
    for (const binding of bindingsOf(model, parameter.target)) {
      if (!binding.isName || (index === 0 && isSelf(model, binding.node))) continue
      add(scopes.declareIn(info.node, model.text(binding.node)), {
        target: binding.node,
        value: null,
        path: parameter.isRest ? [] : binding.path,
        writes: [],
        way: 'parameter',
        anchor: info.node,
        fallback: binding.fallback ?? parameter.fallback,
        parameter: { owner: info, index },
        origin: null,
      })
    }
  })
}

function isSelf(model: FileModel, node: SyntaxNode): boolean {
  return model.language.selfNames.includes(model.text(node))
}

function addRaw(model: FileModel, scopes: Scopes, raw: RawDefinition, anchor: SyntaxNode, add: Add): void {
  const { value, way } = raw
  const origin = raw.module === undefined ? null : { module: raw.module, imported: raw.imported ?? '*' }
  for (const { node: target, path, fallback, isName } of bindingsOf(model, raw.target)) {
    if (isName) {
      const variable = scopes.declare(anchor, model.text(target), raw.scope)
      add(variable, { target, value, path, writes: [], way, anchor, fallback, parameter: null, origin })
      continue
    }
    const place = placeOf(model, target)
    if (place === null) continue
    const variable = scopes.declare(place.root, place.name, 'known')
    add(variable, { target, value, path, writes: place.path, way, anchor, fallback, parameter: null, origin })
  }
}

function addMutations(model: FileModel, scopes: Scopes, mutators: MutatorList, add: Add): void {
  for (const [method, into] of mutators) {
    for (const call of model.file.callsByName.get(method) ?? []) {
      const shape = model.shape(call)
      // What is waited for happens elsewhere: `await db.set(key, value)` keeps the value in the database, not in `db`.
      if (shape.is !== 'call' || /^await/.test(call.parent?.type ?? '')) continue
      const holder = into === 'receiver' ? shape.receiver : shape.args[0]?.node
      const place = holder ? placeOf(model, holder) : null
      if (place === null) continue
      const variable = scopes.find(place.root, place.name)
      if (variable === null) continue
      const values = into === 'receiver' ? shape.args : shape.args.slice(1)
      for (const argument of values) {
        const value = argument.node
        add(variable, { ...PLAIN, target: call, value, writes: place.path, way: 'mutate', anchor: call })
      }
    }
  }
}

/** A loop variable counts from the end of the loop's head, a comprehension's from its start, all others from their end. */
function effectOf(draft: Draft, variable: Variable, language: LanguageModel): number {
  if (draft.way === 'parameter') return draft.anchor.start
  const isElement = draft.way === 'element' || draft.way === 'key'
  if (!isElement) return draft.anchor.end
  if (language.control.loopKinds.includes(draft.anchor.type)) return draft.target.end
  return variable.scope.start
}
