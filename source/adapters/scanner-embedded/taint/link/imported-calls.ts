import type { SyntaxNode } from '../../tree/syntax-node.js'
import { entityOf } from '../model/entities.js'
import type { FileModel } from '../model/file-model.js'

/** A call of a function that comes from another module. */
export type ImportedCall = {
  readonly call: SyntaxNode
  readonly module: string
  readonly members: readonly string[]
}

/** Calls looked at in one file. */
const MAX_CALLS = 5000

const known = new WeakMap<FileModel, readonly ImportedCall[]>()

/** Returns the calls of a file whose callee is imported; worked out once a file. */
export function callsOfImported(model: FileModel): readonly ImportedCall[] {
  const before = known.get(model)
  if (before !== undefined) return before
  const found: ImportedCall[] = []
  let count = 0
  for (const calls of model.file.callsByName.values()) {
    for (const call of calls) {
      if (count++ >= MAX_CALLS) break
      const shape = model.shape(call)
      const entity = shape.is === 'call' && shape.callee !== null ? entityOf(model, shape.callee) : null
      if (entity?.is === 'import') found.push({ call, module: entity.module, members: entity.members })
    }
  }
  known.set(model, found)
  return found
}
