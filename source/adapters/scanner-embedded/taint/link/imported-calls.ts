import type { SyntaxNode } from '../../tree/syntax-node.js'
import { calleeEntity } from '../model/entities.js'
import type { FileModel } from '../model/file-model.js'

/** A call of a function that comes from another module. */
export type ImportedCall = {
  readonly call: SyntaxNode
  readonly module: string
  readonly members: readonly string[]
}

/** Calls looked at for one function. */
const MAX_CALLS = 2000

/**
 * Returns the calls of a file whose callee is imported and may be the function of that name elsewhere: those by the
 * name, or by the name an import gives it. An empty name (the module itself) can be called anything.
 */
export function callsOfImported(model: FileModel, name: string): readonly ImportedCall[] {
  const { callsByName } = model.file
  const names = name === '' ? [...callsByName.keys()] : [name, ...aliasesOf(model, name)]
  const calls = names.flatMap(one => callsByName.get(one) ?? []).slice(0, MAX_CALLS)
  return calls.flatMap(call => {
    const shape = model.shape(call)
    const entity = shape.is === 'call' ? calleeEntity(model, shape) : null
    return entity?.is === 'import' ? [{ call, module: entity.module, members: entity.members }] : []
  })
}

/** `import { find as seek }`, `const { find: seek } = require(…)`; a default import has a name of its own. */
function aliasesOf(model: FileModel, name: string): readonly string[] {
  return model.topVariables().flatMap(variable => {
    const [one] = variable.definitions
    const imported = one?.origin?.imported ?? one?.path.at(-1)
    return variable.name !== name && imported === name ? [variable.name] : []
  })
}
