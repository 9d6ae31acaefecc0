import type { SyntaxNode } from '../../tree/syntax-node.js'
import type { TaintedFlow } from '../flow-types.js'
import { receiverCount } from '../model/call-sites.js'
import type { FileModel } from '../model/file-model.js'
import { returnedValues } from '../model/returned-values.js'
import {
  type FoundFlow,
  type Question,
  type SearchOptions,
  type SearchResult,
  searchOrigins,
} from '../search/search.js'
import { tellFlow } from '../tell-flow.js'
import { exportedFunction } from './exported.js'

/** What a function gives back, seen from outside: which arguments pass through, and input of its own. */
export type ReturnSummary = {
  readonly passes: readonly number[]
  /** Those of them that pass without a check or cleaner that may be enough. */
  readonly sure: readonly number[]
  readonly source: TaintedFlow | null
}

/** Returns the summary of an exported function, or null when the file has none of that name. */
export function summariseReturn(
  model: FileModel,
  asked: Question,
  members: readonly string[],
  parts: Pick<SearchOptions, 'fuel' | 'context'>,
): ReturnSummary | null {
  const info = exportedFunction(model, members)
  if (info === null || info.name === 'constructor' || info.name === '__init__') return null
  const receivers = receiverCount(model, info)
  const passes = new Set<number>()
  const sure = new Set<number>()
  let source: TaintedFlow | null = null
  for (const value of returnedValues(model, info)) {
    const options = { ...parts, wantsParameters: true, followsCallers: false }
    const result = searchOrigins(model, asked, value, { ...options, isStrict: false })
    // Without a full answer every argument may pass.
    if (!result.isComplete) return null
    if (result.source !== null) source ??= tellReturn(model, result.source, value)
    const placesOf = (found: SearchResult): readonly number[] =>
      found.parameters.flatMap(({ origin }) =>
        origin.is === 'parameter' && origin.owner === info ? [origin.index - receivers] : [],
      )
    const places = placesOf(result)
    for (const place of places) passes.add(place)
    if (places.length > 0)
      for (const place of placesOf(searchOrigins(model, asked, value, { ...options, isStrict: true })))
        sure.add(place)
  }
  return { passes: [...passes], sure: [...sure], source }
}

/** The last step of a returned value is its return, not its use. */
function tellReturn(model: FileModel, found: FoundFlow, value: SyntaxNode): TaintedFlow {
  const told = tellFlow(model.file, found, value, false)
  const last = told.trace.at(-1)
  if (last === undefined) return told
  return { ...told, trace: [...told.trace.slice(0, -1), { ...last, label: 'is returned by a function' }] }
}
