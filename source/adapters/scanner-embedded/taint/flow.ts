import type { ParsedFile } from '../tree/parsed-file.js'
import type { SyntaxNode } from '../tree/syntax-node.js'
import { isConstantNode } from './constant.js'
import type {
  ArgumentFlow,
  Flow,
  FlowContext,
  FlowQuery,
  ImportedFunction,
  OpenParameter,
} from './flow-types.js'
import { LANGUAGE_MODELS } from './languages/language-models.js'
import { waysTo } from './link/exported.js'
import { callsOfImported, type ImportedCall } from './link/imported-calls.js'
import { type ReturnSummary, summariseReturn } from './link/summarise-return.js'
import type { FlowLists } from './lists/compiled-lists.js'
import { buildModel } from './model/build-model.js'
import { argumentAt, receiverCount } from './model/call-sites.js'
import type { FileModel } from './model/file-model.js'
import { queryKey } from './search/other-files.js'
import { type FoundFlow, type Fuel, type SearchOptions, searchOrigins } from './search/search.js'
import { tellFlow } from './tell-flow.js'

/** Work all questions about one file may take together, in search tasks. */
const FUEL_A_FILE = 200_000

const NOTHING_KNOWN: FlowContext = { inbound: [], returns: [] }

/** The answers about one file, and what other files may ask of it. */
export type LinkedFlow = Flow & {
  /** Returns what the calls of a function of another file are given for one of its parameters. */
  readonly intoImported: (
    isTarget: (call: ImportedCall) => boolean,
    parameter: Pick<OpenParameter, 'index' | 'name' | 'path' | 'query'>,
  ) => ArgumentFlow
  /** Returns what an exported function gives back, or null when the file has no such function. */
  readonly returnOf: (members: readonly string[], query: FlowQuery) => ReturnSummary | null
}

/**
 * Returns the answers about a file, or null for a language whose data nobody follows yet. `known` is what other
 * files say about it; without it every file stands for itself.
 */
export function createFlow(
  file: ParsedFile,
  lists: FlowLists,
  known: FlowContext = NOTHING_KNOWN,
): LinkedFlow | null {
  const family = lists.familyOf(file)
  const language = LANGUAGE_MODELS[family]
  if (language === undefined) return null
  let built: FileModel | null = null
  const model = (): FileModel => {
    built ??= buildModel(file, language, lists.mutators(family))
    return built
  }
  const fuel: Fuel = { left: FUEL_A_FILE }
  let gaveUp = false
  const open = new Map<string, OpenParameter>()
  const asked = new Map<string, ImportedFunction>()
  const context: SearchOptions['context'] = {
    known,
    ask: imported => {
      const key = `${imported.module} ${imported.members.join('.')} ${queryKey(imported.query)}`
      asked.set(key, imported)
    },
  }

  const toOpen = (found: FoundFlow, query: FlowQuery): readonly OpenParameter[] => {
    if (found.origin.is !== 'parameter') return []
    const { owner, index, path } = found.origin
    const parameter = owner.parts.parameters[index]
    const exports = waysTo(model(), owner)
    if (parameter === undefined || exports.length === 0) return []
    const place = index - receiverCount(model(), owner)
    return [{ exports, index: place, name: model().text(parameter.target).slice(0, 100), path, query }]
  }

  /** First without the flows that a check weakens, then with them. */
  const ask = (node: SyntaxNode, query: FlowQuery, path: readonly string[]): ArgumentFlow => {
    for (const isStrict of [true, false]) {
      const options = { isStrict, wantsParameters: !isStrict, followsCallers: true, fuel, context }
      const result = searchOrigins(model(), lists, query, node, options, path)
      if (!result.isComplete) gaveUp = true
      if (result.source !== null) return { flow: tellFlow(file, result.source, node, !isStrict), open: [] }
      if (!isStrict) return { flow: null, open: result.parameters.flatMap(found => toOpen(found, query)) }
    }
    return { flow: null, open: [] }
  }

  return {
    isTainted: (node, query) => {
      const answer = ask(node, query, [])
      for (const one of answer.open) open.set(openKey(one), one)
      return answer.flow
    },
    isConstant: node => isConstantNode(model(), node),
    hasGivenUp: () => gaveUp,
    links: () => ({ open: [...open.values()], asked: [...asked.values()] }),
    intoImported: (isTarget, parameter) => {
      const found: OpenParameter[] = []
      for (const one of callsOfImported(model())) {
        if (!isTarget(one)) continue
        const argument = argumentAt(model(), one.call, parameter.index, parameter.name)
        if (argument === null) continue
        const answer = ask(argument.node, parameter.query, parameter.path)
        if (answer.flow !== null) return answer
        found.push(...answer.open)
      }
      return { flow: null, open: found }
    },
    returnOf: (members, query) => summariseReturn(model(), lists, members, query, { fuel, context }),
  }
}

function openKey(one: OpenParameter): string {
  return `${JSON.stringify(one.exports)} ${one.index} ${one.path.join('.')} ${queryKey(one.query)}`
}
