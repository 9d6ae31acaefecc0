import { closestAncestor, type SyntaxNode } from '../../tree/syntax-node.js'
import { RECORD_SPREAD } from '../shape.js'
import { calledFunction } from './entities.js'
import type { FileModel, FunctionInfo } from './file-model.js'

/** Call sites looked at for one function. */
const MAX_SITES = 30

/** Returns the calls of this file that run the function; worked out once a function. */
export function callSitesOf(model: FileModel, info: FunctionInfo): readonly SyntaxNode[] {
  const known = model.memo.callSites.get(info.node.id)
  if (known !== undefined) return known
  const found = findSites(model, info)
  model.memo.callSites.set(info.node.id, found)
  return found
}

function findSites(model: FileModel, info: FunctionInfo): readonly SyntaxNode[] {
  const isMaker = info.name === 'constructor' || info.name === '__init__'
  const owner = isMaker
    ? closestAncestor(info.node, node => model.language.classKinds.includes(node.type))
    : null
  const label = owner?.children.find(child => child.field === 'name')
  const name = label === undefined ? info.name : model.text(label)
  if (name === '') return []
  const calls = (model.file.callsByName.get(name) ?? []).slice(0, MAX_SITES)
  return calls.filter(call => calledFunction(model, call) === info)
}

/** `keys` lead to the value in what is spread. */
type PassedArgument = { readonly node: SyntaxNode; readonly keys: readonly string[] }

/** Returns the argument that a parameter receives in a call, or null when it gets none. */
export function argumentFor(
  model: FileModel,
  call: SyntaxNode,
  info: FunctionInfo,
  index: number,
): PassedArgument | null {
  const parameter = info.parts.parameters[index]
  if (parameter === undefined) return null
  return argumentAt(model, call, index - receiverCount(model, info), model.text(parameter.target))
}

/**
 * Returns the argument at a place (the receiver not counted) or of a name; null when the call has none. A spread
 * before the place may hold it.
 */
export function argumentAt(
  model: FileModel,
  call: SyntaxNode,
  place: number,
  name: string,
): PassedArgument | null {
  const shape = model.shape(call)
  if (shape.is !== 'call') return null
  const byName = shape.args.find(argument => argument.name === name)
  if (byName !== undefined) return { node: byName.node, keys: [] }
  const positional = shape.args.filter(argument => argument.name === null)
  const spread = positional.findIndex(argument => argument.isSpread)
  const found = spread >= 0 && spread <= place ? positional[spread] : positional[place]
  if (found !== undefined) return { node: found.node, keys: found.isSpread ? ['*'] : [] }
  const record = shape.args.find(argument => argument.name === RECORD_SPREAD)
  return record === undefined ? null : { node: record.node, keys: [name] }
}

/** Returns 1 when the first parameter is the receiver (`self`, `cls`), else 0. */
export function receiverCount(model: FileModel, info: FunctionInfo): number {
  const first = info.parts.parameters[0]
  return first !== undefined && model.language.selfNames.includes(model.text(first.target)) ? 1 : 0
}
