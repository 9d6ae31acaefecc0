import type { FlowQuery, ImportedReturn, TaintedFlow } from '../flow-types.js'
import { exportedFunction } from '../link/exported.js'
import { receiverCount } from '../model/call-sites.js'
import { calleeEntity } from '../model/entities.js'
import type { FunctionInfo } from '../model/file-model.js'
import type { Shape } from '../shape.js'
import type { Search } from './search.js'

/** Returns the input that another file passes to a parameter, or null when none is known. */
export function inboundFlow(
  search: Search,
  owner: FunctionInfo,
  index: number,
  path: readonly string[],
): TaintedFlow | null {
  const { model, context, query, isStrict } = search
  const place = index - receiverCount(model, owner)
  for (const inbound of context.known.inbound) {
    if (inbound.index !== place || !isSameQuery(inbound.query, query)) continue
    if (isStrict && inbound.flow.weakened) continue
    // A known flow into the whole, or into a part of what is read here.
    const length = Math.min(inbound.path.length, path.length)
    if (inbound.path.slice(0, length).join('.') !== path.slice(0, length).join('.')) continue
    if (exportedFunction(model, inbound.exports) === owner) return inbound.flow
  }
  return null
}

/** Returns what a called function of another file gives back, or null when it is not known (or is of this file). */
export function importedReturn(search: Search, call: Extract<Shape, { is: 'call' }>): ImportedReturn | null {
  const { model, context, query } = search
  const entity = calleeEntity(model, call)
  if (entity?.is !== 'import') return null
  const { module, members } = entity
  const found = context.known.returns.find(
    one =>
      one.imported.module === module &&
      one.imported.members.join('.') === members.join('.') &&
      isSameQuery(one.imported.query, query),
  )
  if (found !== undefined) {
    if (!search.isStrict) return found
    return { ...found, passes: found.sure, source: found.source?.weakened === true ? null : found.source }
  }
  context.ask({ module, members, query })
  return null
}

/** Returns a text that is equal for questions with equal answers. */
export function queryKey(query: FlowQuery): string {
  const lists = [query.sources, query.sanitizers, query.guards].map(ids => ids.join(','))
  return [query.weakness, query.carriers ?? '', ...lists].join(';')
}

function isSameQuery(a: FlowQuery, b: FlowQuery): boolean {
  return a === b || queryKey(a) === queryKey(b)
}
