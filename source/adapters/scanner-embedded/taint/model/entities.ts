import { childByField, closestAncestor, isWithin, type SyntaxNode } from '../../tree/syntax-node.js'
import type { Shape } from '../shape.js'
import type { Definition, FileModel, FunctionInfo, Variable } from './file-model.js'

/** What a name or member stands for, as far as this file tells. */
export type Entity =
  | { readonly is: 'function'; readonly info: FunctionInfo }
  | { readonly is: 'class'; readonly node: SyntaxNode }
  /** Made by a class, or by a function called with `new`. */
  | { readonly is: 'instance'; readonly node: SyntaxNode }
  | { readonly is: 'record'; readonly node: SyntaxNode }
  /** `members` is the way into the module: `require('./a').B` has `B`. */
  | { readonly is: 'import'; readonly module: string; readonly members: readonly string[] }

const MAX_DEPTH = 12

/** Returns what an expression stands for, or null when the file does not tell. */
export function entityOf(model: FileModel, node: SyntaxNode, depth = 0): Entity | null {
  if (depth > MAX_DEPTH) return null
  const info = model.functions.get(node.id)
  if (info !== undefined) return { is: 'function', info }
  if (model.language.classKinds.includes(node.type)) return { is: 'class', node }
  const shape = model.shape(node)
  switch (shape.is) {
    case 'same':
      return entityOf(model, shape.inner, depth + 1)
    case 'either':
      return shape.options[0] === undefined ? null : entityOf(model, shape.options[0], depth + 1)
    case 'record':
      return { is: 'record', node }
    case 'name':
      return nameEntity(model, node, shape.name, depth)
    case 'member':
      return memberNode(model, shape.object, shape.property, depth)
    case 'call': {
      if (shape.method === 'require' && shape.receiver === null) {
        const first = shape.args[0] === undefined ? null : model.shape(shape.args[0].node)
        return first?.is === 'literal' && first.text !== null
          ? { is: 'import', module: first.text, members: [] }
          : null
      }
      const made = calleeEntity(model, shape, depth + 1)
      if (made?.is === 'class') return { is: 'instance', node: made.node }
      if (made?.is === 'function' && shape.isNew) return { is: 'instance', node: made.info.node }
      // The members of an imported class are found by name, whether of the class or of what it makes.
      return made?.is === 'import' ? made : null
    }
    default:
      return null
  }
}

/** Returns the function of this file that a call runs, or null; worked out once a call. */
export function calledFunction(model: FileModel, call: SyntaxNode): FunctionInfo | null {
  const known = model.memo.calledFunction.get(call.id)
  if (known !== undefined) return known
  const found = findCalled(model, call)
  model.memo.calledFunction.set(call.id, found)
  return found
}

function findCalled(model: FileModel, call: SyntaxNode): FunctionInfo | null {
  const shape = model.shape(call)
  if (shape.is !== 'call') return null
  const entity = calleeEntity(model, shape)
  if (entity?.is === 'function') return entity.info
  if (entity?.is !== 'class') return null
  const made = classMember(model, entity.node, 'constructor') ?? classMember(model, entity.node, '__init__')
  return made === null ? null : (model.functions.get(made.id) ?? null)
}

/** Returns what a call calls. */
export function calleeEntity(
  model: FileModel,
  call: Extract<Shape, { is: 'call' }>,
  depth = 0,
): Entity | null {
  if (call.callee !== null) return entityOf(model, call.callee, depth)
  return call.receiver === null ? null : memberNode(model, call.receiver, call.method, depth)
}

function nameEntity(model: FileModel, node: SyntaxNode, name: string, depth: number): Entity | null {
  if (model.language.selfNames.includes(name)) {
    const around = closestAncestor(node, ancestor => model.language.classKinds.includes(ancestor.type))
    if (around !== null) return { is: 'instance', node: around }
    const maker = closestAncestor(
      node,
      ancestor => model.functions.get(ancestor.id)?.parts.isHoisted === true,
    )
    return maker === null ? null : { is: 'instance', node: maker }
  }
  const variable = model.variableAt(node, name)
  if (variable === null) return null
  for (const one of variable.definitions) {
    if (one.writes.length > 0 || one.way === 'mutate') continue
    const entity = definitionEntity(model, one, depth)
    if (entity !== null) return entity
  }
  return null
}

function definitionEntity(model: FileModel, one: Definition, depth: number): Entity | null {
  if (one.origin !== null) {
    const members = one.origin.imported === '*' ? [] : [one.origin.imported]
    return { is: 'import', module: one.origin.module, members }
  }
  if (one.parameter !== null) return injected(model, one)
  if (one.value === null || one.way !== 'assign') return null
  let entity = entityOf(model, one.value, depth + 1)
  for (const key of one.path) entity = entity === null ? null : memberOf(model, entity, key, depth + 1)
  return entity
}

/** A parameter whose type is a class of this file or an imported one. */
function injected(model: FileModel, one: Definition): Entity | null {
  const type = one.parameter?.owner.parts.parameters[one.parameter.index]?.type ?? ''
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(type) ? typeEntity(model, one.anchor, type) : null
}

function typeEntity(model: FileModel, node: SyntaxNode, type: string): Entity | null {
  const definition = model.variableAt(node, type)?.definitions[0]
  if (definition === undefined) return null
  if (definition.origin !== null) return definitionEntity(model, definition, 0)
  const value = definition.value
  return value !== null && model.language.classKinds.includes(value.type)
    ? { is: 'instance', node: value }
    : null
}

function memberNode(model: FileModel, object: SyntaxNode, property: string, depth: number): Entity | null {
  const shape = model.shape(object)
  if (shape.is === 'name') {
    const variable = model.variableAt(object, shape.name)
    const around = model.language.selfNames.includes(shape.name) ? ownerClass(model, object) : null
    const written = variable === null ? null : writtenMember(model, variable, property, depth)
    if (written !== null) return written
    if (around !== null) {
      const injectedField = injectedMember(model, around, property)
      if (injectedField !== null) return injectedField
    }
  }
  const entity = entityOf(model, object, depth + 1)
  return entity === null ? null : memberOf(model, entity, property, depth + 1)
}

function ownerClass(model: FileModel, node: SyntaxNode): SyntaxNode | null {
  return closestAncestor(node, ancestor => model.language.classKinds.includes(ancestor.type))
}

/** `constructor(private readonly users: UserService)` makes `this.users` a `UserService`. */
function injectedMember(model: FileModel, owner: SyntaxNode, property: string): Entity | null {
  const maker = classMember(model, owner, 'constructor')
  const parameters = maker === null ? [] : (model.functions.get(maker.id)?.parts.parameters ?? [])
  const found = parameters.find(parameter => model.text(parameter.target) === property)
  return found === undefined ? null : typeEntity(model, owner, found.type)
}

function writtenMember(model: FileModel, variable: Variable, property: string, depth: number): Entity | null {
  for (const one of variable.definitions) {
    const isMember =
      (one.writes.length === 1 && one.writes[0] === property) ||
      (one.writes.length === 2 && one.writes[0] === 'prototype' && one.writes[1] === property)
    if (!isMember || one.value === null || one.way !== 'assign') continue
    const entity = entityOf(model, one.value, depth + 1)
    if (entity !== null) return entity
  }
  return null
}

/** Returns what a member of an entity stands for, or null. */
export function memberOf(model: FileModel, entity: Entity, name: string, depth = 0): Entity | null {
  if (depth > MAX_DEPTH) return null
  if (entity.is === 'import') return { ...entity, members: [...entity.members, name] }
  if (entity.is === 'record') {
    const shape = model.shape(entity.node)
    const entry = shape.is === 'record' ? shape.entries.find(one => one.key === name) : undefined
    return entry === undefined ? null : entityOf(model, entry.value, depth + 1)
  }
  if (entity.is === 'function') return functionMember(model, entity.info.node, name, depth)
  const member = classMember(model, entity.node, name)
  if (member !== null) return entityOf(model, member, depth + 1)
  return model.functions.has(entity.node.id) ? functionMember(model, entity.node, name, depth) : null
}

/** `this.name = …` inside a constructor function, or `F.name` and `F.prototype.name` beside it. */
function functionMember(model: FileModel, maker: SyntaxNode, name: string, depth: number): Entity | null {
  for (const self of model.language.selfNames) {
    const fields = model.variableAt(maker, self)?.definitions ?? []
    for (const one of fields) {
      if (one.writes.length !== 1 || one.writes[0] !== name || one.value === null) continue
      if (isWithin(one.anchor, maker)) return entityOf(model, one.value, depth + 1)
    }
  }
  const own = model.functions.get(maker.id)?.name ?? ''
  const variable = own === '' ? null : model.variableAt(maker.parent ?? maker, own)
  return variable === null ? null : writtenMember(model, variable, name, depth)
}

/** Returns the method or function-valued field of a class, or null. */
function classMember(model: FileModel, owner: SyntaxNode, name: string): SyntaxNode | null {
  const { classMembers } = model.memo
  const known = classMembers.get(owner.id) ?? readMembers(model, owner)
  classMembers.set(owner.id, known)
  return known.get(name) ?? null
}

function readMembers(model: FileModel, owner: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  const members = new Map<string, SyntaxNode>()
  const body = childByField(owner, 'body')
  if (body === null) return members
  for (const child of body.children) {
    const member = childByField(child, 'definition') ?? child
    const label = childByField(member, 'name') ?? childByField(member, 'property')
    const value = model.functions.has(member.id) ? member : childByField(member, 'value')
    if (label !== null && value !== null && !members.has(model.text(label)))
      members.set(model.text(label), value)
  }
  return members
}
