import type { TrustedFunction } from '../../../core/finding/trusted-function.js'
import { isWithin, type SyntaxNode } from '../tree/syntax-node.js'
import { isConstantNode } from './constant.js'
import { exportedFunction } from './link/exported.js'
import { resolveImport } from './link/resolve-module.js'
import type { FlowLists } from './lists/compiled-lists.js'
import { calledFunction, calleeEntity } from './model/entities.js'
import type { FileModel, FunctionInfo } from './model/file-model.js'

/** Returns the function that a call runs, if a person vouched for it for this weakness, else null. */
export function trustedCallee(
  model: FileModel,
  lists: Pick<FlowLists, 'trusted' | 'familyOf'>,
  call: SyntaxNode,
  weakness: string,
): TrustedFunction | null {
  const shape = model.shape(call)
  const some = lists.trusted().filter(one => one.weakness === weakness)
  if (some.length === 0 || shape.is !== 'call') return null
  const own = calledFunction(model, call)
  if (own !== null) return some.find(one => ownFunction(model, one) === own) ?? null
  const entity = calleeEntity(model, shape)
  if (entity?.is !== 'import') return null
  const { path } = model.file
  return (
    some.find(one =>
      resolveImport(
        path,
        entity.module,
        entity.members,
        lists.familyOf(model.file),
        file => file === one.path,
      ).some(found => found.members.join('.') === one.name || (one.isDefault && found.members.length === 0)),
    ) ?? null
  )
}

/** Returns the function whose code `node` is part of, if a person vouched for it for this weakness, else null. */
export function trustedAround(
  model: FileModel,
  lists: Pick<FlowLists, 'trusted'>,
  node: SyntaxNode,
  weakness: string,
): TrustedFunction | null {
  const found = lists.trusted().find(one => {
    if (one.weakness !== weakness || one.path !== model.file.path) return false
    const info = ownFunction(model, one)
    return info !== null && isWithin(node, info.node)
  })
  return found ?? null
}

/**
 * Returns the trusted function that stands for the safety of a match: the match is its code, a call of it, a call around
 * the sink within the match, or everything in the sink that is not constant comes out of it. Without a sink the
 * arguments of the matched call stand for it.
 */
export function trustedAt(
  model: FileModel,
  lists: Pick<FlowLists, 'trusted' | 'familyOf'>,
  match: SyntaxNode,
  sink: SyntaxNode | null,
  weakness: string,
): TrustedFunction | null {
  if (lists.trusted().length === 0) return null
  const called = (node: SyntaxNode) => trustedCallee(model, lists, node, weakness)
  const direct = trustedAround(model, lists, match, weakness) ?? called(match)
  if (direct !== null) return direct
  if (sink === null) {
    const shape = model.shape(match)
    return shape.is === 'call'
      ? trustedSource(
          model,
          shape.args.map(argument => argument.node),
          called,
        )
      : null
  }
  for (let at: SyntaxNode | null = sink; at !== null && isWithin(at, match); at = at.parent) {
    const found = called(at)
    if (found !== null) return found
  }
  return trustedSource(model, [sink], called)
}

/** The trusted function that everything in the expressions comes from, constants aside. */
function trustedSource(
  model: FileModel,
  nodes: readonly SyntaxNode[],
  called: (node: SyntaxNode) => TrustedFunction | null,
): TrustedFunction | null {
  const open = [...nodes]
  let found: TrustedFunction | null = null
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const trusted = called(node)
    found ??= trusted
    if (trusted !== null || isConstantNode(model, node)) continue
    const shape = model.shape(node)
    if (shape.is === 'text') open.push(...shape.parts)
    else if (shape.is === 'same') open.push(shape.inner)
    else return null
  }
  return found
}

/** The function of this file that is meant, whether or not it is handed out. */
function ownFunction(model: FileModel, { path, name, isDefault }: TrustedFunction): FunctionInfo | null {
  if (path !== model.file.path) return null
  const members = name.split('.')
  const exported = exportedFunction(model, isDefault ? [] : members)
  if (exported !== null) return exported
  for (const info of model.functions.values()) if (info.name === members.at(-1)) return info
  return null
}
