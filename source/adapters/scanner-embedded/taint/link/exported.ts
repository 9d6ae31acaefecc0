import { childByField, isWithin, namedChildren, type SyntaxNode } from '../../tree/syntax-node.js'
import { type Entity, entityOf, memberOf } from '../model/entities.js'
import type { FileModel, FunctionInfo } from '../model/file-model.js'

/** What a module hands out under a name; an empty name is the module itself (`module.exports = …`, `export default`). */
type Export = { readonly name: string; readonly entity: Entity }

const known = new WeakMap<FileModel, readonly Export[]>()

/** Returns what a file hands out, as far as it can be told from the file; worked out once a file. */
function exportsOf(model: FileModel): readonly Export[] {
  const before = known.get(model)
  if (before !== undefined) return before
  const found = model.language.isEveryNameExported
    ? topNames(model)
    : [...commonJsExports(model), ...moduleExports(model)]
  known.set(model, found)
  return found
}

/** Returns the ways from outside to a function; empty when it is not handed out. */
export function waysTo(model: FileModel, owner: FunctionInfo): readonly (readonly string[])[] {
  const ways: (readonly string[])[] = []
  for (const { name, entity } of exportsOf(model)) {
    const start = name === '' ? [] : [name]
    if (functionOf(model, entity) === owner) ways.push(start)
    if (owner.name === '' || (entity.is === 'class' && !isWithin(owner.node, entity.node))) continue
    const member = memberOf(model, entity, owner.name)
    if (member?.is === 'function' && member.info === owner) ways.push([...start, owner.name])
  }
  return ways
}

/** Returns the function that `members` leads to from outside, or null. */
export function exportedFunction(model: FileModel, members: readonly string[]): FunctionInfo | null {
  const exported = exportsOf(model)
  const [first, ...rest] = members
  const named = first === undefined ? undefined : exported.find(one => one.name === first)
  const whole = exported.find(one => one.name === '')
  let entity = (named ?? whole)?.entity ?? null
  for (const key of named === undefined ? members : rest)
    entity = entity === null ? null : memberOf(model, entity, key)
  return entity === null ? null : functionOf(model, entity)
}

/** A class is called through its constructor. */
function functionOf(model: FileModel, entity: Entity): FunctionInfo | null {
  if (entity.is === 'function') return entity.info
  if (entity.is !== 'class') return null
  const made = memberOf(model, entity, 'constructor') ?? memberOf(model, entity, '__init__')
  return made?.is === 'function' ? made.info : null
}

/** Where a file got what it hands on. */
export type HandedOn = { readonly module: string; readonly members: readonly string[] }

/**
 * Returns where the thing that `members` leads to from outside comes from, when the file only hands it on
 * (`export { f } from './a'`, an `__init__.py`); several when any of them may have it, none when the file has it itself.
 */
export function handedOn(model: FileModel, members: readonly string[]): readonly HandedOn[] {
  const exported = exportsOf(model)
  const [first, ...rest] = members
  const named = first === undefined ? undefined : exported.find(one => one.name === first)
  let entity = (named ?? exported.find(one => one.name === ''))?.entity ?? null
  for (const key of named === undefined ? members : rest)
    entity = entity === null ? null : memberOf(model, entity, key)
  if (entity !== null) return entity.is === 'import' ? [entity] : []
  return first === undefined ? [] : wholeModules(model).map(module => ({ module, members }))
}

/** Returns the names under which a file hands on what it imported. */
export function handedOnNames(model: FileModel): readonly string[] {
  return exportsOf(model).flatMap(({ name, entity }) => (entity.is === 'import' && name !== '' ? [name] : []))
}

/** The modules of `export * from './a'` and `from .a import *`. */
function wholeModules(model: FileModel): readonly string[] {
  const { file } = model
  const all = (kind: string) => file.nodesOfKind(file.grammar.kindOf(kind))
  return [
    ...all('export_statement')
      .filter(statement => statement.children.some(child => child.type === '*'))
      .flatMap(statement => moduleName(model, childByField(statement, 'source')) ?? []),
    ...all('import_from_statement')
      .filter(statement => statement.children.some(child => child.type === 'wildcard_import'))
      .map(statement => model.text(childByField(statement, 'module_name') ?? statement)),
  ]
}

function moduleName(model: FileModel, source: SyntaxNode | null): string | null {
  const shape = source === null ? null : model.shape(source)
  return shape?.is === 'literal' ? shape.text : null
}

function topNames(model: FileModel): readonly Export[] {
  return model.topVariables().flatMap((variable): readonly Export[] => {
    const origin = variable.definitions.find(one => one.origin !== null)?.origin
    if (origin) {
      const members = origin.imported === '*' ? [] : [origin.imported]
      return [{ name: variable.name, entity: { is: 'import', module: origin.module, members } }]
    }
    const value = variable.definitions.find(one => one.value !== null && one.writes.length === 0)?.value
    const entity = value ? entityOf(model, value) : null
    return entity === null || entity.is === 'import' ? [] : [{ name: variable.name, entity }]
  })
}

function commonJsExports(model: FileModel): readonly Export[] {
  const found: Export[] = []
  for (const variable of model.topVariables()) {
    if (variable.name !== 'exports' && variable.name !== 'module') continue
    const depth = variable.name === 'exports' ? 0 : 1
    for (const one of variable.definitions) {
      if (one.value === null || one.writes.length > depth + 1) continue
      if (depth === 1 && one.writes[0] !== 'exports') continue
      const entity = entityOf(model, one.value)
      if (entity !== null) found.push({ name: one.writes[depth] ?? '', entity })
    }
  }
  return found
}

function moduleExports(model: FileModel): readonly Export[] {
  const { file } = model
  return file.nodesOfKind(file.grammar.kindOf('export_statement')).flatMap(statement => {
    const isDefault = statement.children.some(child => child.type === 'default')
    const one = (name: string, node: SyntaxNode | null): readonly Export[] => {
      const entity = node === null ? null : entityOf(model, node)
      return entity === null ? [] : [{ name, entity }]
    }
    const value = childByField(statement, 'value')
    if (value !== null) return one('', value)
    const declaration = childByField(statement, 'declaration')
    if (declaration !== null) {
      const declarators = namedChildren(declaration).filter(child => child.type === 'variable_declarator')
      const declared = declarators.length > 0 ? declarators : [declaration]
      return declared.flatMap(item => {
        const name = childByField(item, 'name')
        return one(isDefault || name === null ? '' : model.text(name), childByField(item, 'value') ?? item)
      })
    }
    const module = moduleName(model, childByField(statement, 'source'))
    return namedChildren(statement)
      .flatMap(clause => namedChildren(clause))
      .flatMap(item => {
        const name = childByField(item, 'name')
        const alias = childByField(item, 'alias') ?? name
        const label = alias === null ? '' : model.text(alias)
        const outside = label === 'default' ? '' : label
        if (module === null) return one(outside, name)
        if (name === null) return []
        return [{ name: outside, entity: { is: 'import', module, members: [model.text(name)] } }]
      })
  })
}
