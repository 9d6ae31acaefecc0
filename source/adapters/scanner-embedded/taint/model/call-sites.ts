import { closestAncestor, type SyntaxNode } from '../../tree/syntax-node.js'
import { calledFunction } from './entities.js'
import type { FileModel, FunctionInfo } from './file-model.js'

/** Call sites looked at for one function. */
const MAX_SITES = 60

/** Returns the calls of this file that run the function. */
export function callSitesOf(model: FileModel, info: FunctionInfo): readonly SyntaxNode[] {
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

/**
 * Returns the argument that a parameter receives in a call, or null when it gets none.
 * A receiver parameter (`self`) takes no argument; a spread before the place makes every spread a candidate.
 */
export function argumentFor(
  model: FileModel,
  call: SyntaxNode,
  info: FunctionInfo,
  index: number,
): { readonly node: SyntaxNode; readonly isSpread: boolean } | null {
  const shape = model.shape(call)
  const parameter = info.parts.parameters[index]
  if (shape.is !== 'call' || parameter === undefined) return null
  const name = model.text(parameter.target)
  const byName = shape.args.find(argument => argument.name === name)
  if (byName !== undefined) return byName
  const place = index - receiverCount(model, info)
  const positional = shape.args.filter(argument => argument.name === null)
  const spread = positional.findIndex(argument => argument.isSpread)
  if (spread >= 0 && spread <= place) return positional[spread] ?? null
  return positional[place] ?? null
}

/** Returns 1 when the first parameter is the receiver (`self`, `cls`), else 0. */
export function receiverCount(model: FileModel, info: FunctionInfo): number {
  const first = info.parts.parameters[0]
  return first !== undefined && model.language.selfNames.includes(model.text(first.target)) ? 1 : 0
}
